/**
 * What server and client say to each other beyond LSP. Types and names only: the client imports nothing else of the
 * server. Over stdio without such a client the command line answers the server's requests in process.
 */

import { BUNDLED_PREFIX, NEWEST_LINE } from './schema/bundled/lines.ts';

/** The methods; the direction stands behind each. */
export const METHODS = {
  /** server → client: `ContextRequest` → `DocumentContext` */
  context: 'swcriteria/context',
  /** server → client: `SchemaRequest` → `SchemaAnswer` */
  schema: 'swcriteria/schema',
  /** server → client: nothing → list of document URIs */
  criteriaFiles: 'swcriteria/criteriaFiles',
  /** server → client: `DocumentRequest` → text of a criteria file as it is saved, or null when it cannot be read */
  criteriaText: 'swcriteria/criteriaText',
  /** client → server, notification without parameters: shops, schemas, rules or files changed */
  worldChanged: 'swcriteria/worldChanged',
  /** client → server: `DocumentRequest` → `RequestPlan` or null when the document is not open */
  requestPlan: 'swcriteria/requestPlan',
  /** client → server: `LocateRequest` → list of `LocatedError`, in the order of the errors */
  locateErrors: 'swcriteria/locateErrors',
  /** client → server: `EntitiesRequest` → list of `EntitySummary` */
  entities: 'swcriteria/entities',
  /** client → server: `PropertiesRequest` → list of `PropertySummary` */
  properties: 'swcriteria/properties',
} as const;

/** The editor's commands that lenses, fixes and completions name, as far as the client says that it has them. */
export const EDITOR_COMMANDS = {
  run: 'swcriteria.run',
  showEntity: 'swcriteria.showEntity',
  reloadSchema: 'swcriteria.reloadSchema',
  suggest: 'editor.action.triggerSuggest',
} as const;

/** The kind of the code action that puts keys into the documented order. */
export const SORT_KEYS = 'source.sortKeys';

/** Sent as `initializationOptions`. */
export interface InitializationOptions {
  /** Editor commands that lenses and fixes may name; none of them is named otherwise. */
  readonly commands?: readonly string[];
  /** Whether the client answers `context`, `schema`, `criteriaFiles` and `criteriaText`. */
  readonly answersContext?: boolean;
  /** What is seen in the editor's language, by its English text; without it, or for what is not in it, English. */
  readonly texts?: Readonly<Record<string, string>>;
}

export type ApiName = 'admin' | 'store';
export type SeverityName = 'off' | 'hint' | 'information' | 'warning' | 'error';

/** The directives at the top of a document, as far as they could be read (contract, section 1). */
export interface DirectiveValues {
  readonly entity?: string;
  readonly shop?: string;
  readonly api?: ApiName;
  readonly path?: string;
  readonly shopware?: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly vars: Readonly<Record<string, string>>;
}

export interface ContextRequest {
  readonly uri: string;
  readonly directives: DirectiveValues;
}

/** `live` and `stored` differ only in age; `bundled` knows no plugin and makes unknown names warnings. */
export type SchemaSource = 'live' | 'stored' | 'file' | 'bundled';

/** The id of a plain shop's schema, of the newest Shopware that is known; it needs no request. */
export const NEWEST_SCHEMA = `${BUNDLED_PREFIX}${NEWEST_LINE}`;

export interface SchemaReference {
  /** Names the content: equal ids mean equal answers. `bundled:<line>` (such as `bundled:6.7`) needs no request. */
  readonly id: string;
  readonly source: SchemaSource;
  /** The Shopware version it belongs to, where known. */
  readonly version?: string;
  /** ISO 8601, where known. */
  readonly fetchedAt?: string;
}

/** The world of one document. */
export interface DocumentContext {
  /** The shop that the document belongs to: by its directive, else the active one. */
  readonly shop?: { readonly name: string; readonly production: boolean };
  /** All shop names that `@shop` may take. */
  readonly shops: readonly string[];
  /** Absent: the bundled schema of the version in force. */
  readonly schema?: SchemaReference;
  /** The shop's version, where known. */
  readonly shopware?: string;
  /** The shop's `max_limit` where it is not the default. */
  readonly limits?: { readonly admin?: number; readonly store?: number };
  /** Severities by rule code from the configuration and the settings, already merged. */
  readonly rules: Readonly<Record<string, SeverityName>>;
  /** The shop's variables that `{{name}}` may take, with their values; no secret is among them. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Whether the entity behind each association is shown in the line; absent: it is. */
  readonly inlayHints?: boolean;
}

export interface SchemaRequest {
  readonly id: string;
}

/**
 * The text of `GET /api/_info/entity-schema.json` with the shop's custom fields, where they are known; or a sentence
 * that says why there is none.
 */
export type SchemaAnswer =
  | { readonly text: string; readonly customFields?: readonly CustomField[] }
  | { readonly error: string };

/** A custom field of a shop: in a path it is `customFields.<name>`. */
export interface CustomField {
  readonly name: string;
  /** As the shop writes it: `text`, `int`, `float`, `bool`, `datetime`, `select`, `json`, `price`, … */
  readonly type: string;
  /** By locale: `{"en-GB": "Colour"}`. */
  readonly labels: Readonly<Record<string, string>>;
  /** The entities that have the field; empty where its set is given to none. */
  readonly entities: readonly string[];
  readonly active: boolean;
  /** Whether the Store API gives its values away; a criteria may use it in both. */
  readonly storeApi: boolean;
}

export interface DocumentRequest {
  readonly uri: string;
}

/** How a document would be sent. */
export interface RequestPlan {
  readonly directives: DirectiveValues;
  readonly api: ApiName;
  /** Null where neither directive nor file name tells. */
  readonly entity: string | null;
  /** The route with its placeholders, such as `/api/search/product`; null where it must be asked for. */
  readonly path: string | null;
  /** Names of `{placeholders}` in the path. */
  readonly placeholders: readonly string[];
  /** The document's text as the server has it, so that what is sent is what was checked. */
  readonly text: string;
  /** Version of the document that the plan was made from. */
  readonly documentVersion: number;
  /** The first syntax error, as a sentence; nothing is sent while there is one. */
  readonly syntaxError: string | null;
}

/** One error of a shop's answer. */
export interface ServerError {
  readonly status: string;
  readonly code: string;
  readonly title?: string;
  readonly detail?: string;
  readonly pointer?: string;
}

export interface LocateRequest {
  readonly uri: string;
  readonly errors: readonly ServerError[];
}

export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface LocatedError {
  readonly range: ProtocolRange;
  /** The language server already marks this code at this place: do not mark it twice. */
  readonly alreadyMarked: boolean;
  /** A refusal of the body that nothing predicted: what is known about criteria has a gap here. */
  readonly unforeseen: boolean;
}

export interface EntitiesRequest {
  /** A document's or a shop's schema; `bundled:…` works without a shop. */
  readonly schemaId: string;
}

export interface EntitySummary {
  readonly name: string;
  readonly kind: 'entity' | 'translation' | 'mapping';
  readonly properties: number;
  readonly associations: number;
}

export interface PropertiesRequest {
  readonly schemaId: string;
  readonly entity: string;
}

export interface PropertySummary {
  readonly name: string;
  readonly kind: 'field' | 'association';
  /** A field's type, or an association's relation (`many_to_one`). */
  readonly type: string;
  /** The target of an association. */
  readonly entity?: string;
  readonly toMany: boolean;
  readonly primaryKey: boolean;
  readonly required: boolean;
  readonly translated: boolean;
  readonly runtime: boolean;
  readonly inherited: boolean;
  readonly deprecated: boolean;
  readonly extension: boolean;
  /** Which API may use it in a criteria. */
  readonly apis: readonly ApiName[];
  /** Plain words for a tooltip, in Markdown. */
  readonly description: string;
}
