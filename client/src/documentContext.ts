import { type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { ContextRequest, DocumentContext, SchemaReference, SeverityName } from '../../server/src/protocol.ts';
import type { Configurations } from './connections/configurations.ts';
import type { Schemas } from './connections/schemas.ts';
import type { ShopEntry } from './connections/shopEntry.ts';
import type { Shops } from './connections/shops.ts';
import { Disposables } from './disposables.ts';

const rulesSetting = 'swcriteria.rules';
const inlayHintsSetting = 'swcriteria.inlayHints.enabled';

/** The settings that are a part of what the server is told. */
export const serverSettings = [rulesSetting, inlayHintsSetting] as const;

/** The shop of a document and the schema that it is checked against; either may be missing. */
export interface World {
  readonly shop?: ShopEntry;
  readonly schema?: SchemaReference;
}

/** Tells the language server the world of each document, and remembers what it told. */
export class DocumentContexts implements Disposable {
  readonly #shops: Shops;
  readonly #schemas: Schemas;
  readonly #configurations: Configurations;
  readonly #worlds = new Map<string, World>();
  readonly #disposables = new Disposables();
  readonly #told = this.#disposables.add(new EventEmitter<Uri>());

  /** A document's world was told to the server. */
  readonly onDidTell = this.#told.event;

  constructor(shops: Shops, schemas: Schemas, configurations: Configurations) {
    this.#shops = shops;
    this.#schemas = schemas;
    this.#configurations = configurations;
    // What was told is no longer true, and the server is about to ask again.
    const forget = () => this.#worlds.clear();
    this.#disposables.add(shops.onDidChange(forget));
    this.#disposables.add(schemas.onDidChange(forget));
  }

  /** What the server knew last about a document. */
  worldOf(document: Uri): World | undefined {
    return this.#worlds.get(document.toString());
  }

  /** Answers the server. Uses what is on this machine; the shop itself is only asked in the background. */
  async answer({ uri, directives }: ContextRequest): Promise<DocumentContext> {
    const document = Uri.parse(uri);
    const [shop, names, rules] = await Promise.all([
      this.#shops.forDocument(document, directives.shop),
      this.#shops.namesFor(document),
      this.#rulesFor(document),
    ]);
    const [schema, distinction] = shop
      ? await Promise.all([this.#schemas.referenceFor(shop), this.#shops.distinction(shop)])
      : [];
    if (shop !== undefined && workspace.isTrusted) this.#schemas.touch(shop);
    this.#worlds.set(uri, { ...(shop && { shop }), ...(schema && { schema }) });
    this.#told.fire(document);
    const inlayHints = workspace.getConfiguration(undefined, document).get<boolean>(inlayHintsSetting, true);
    return {
      shops: names,
      rules,
      inlayHints,
      ...(schema && { schema }),
      ...(shop && aboutShop(shop, schema, distinction ?? null)),
    };
  }

  /** Forgets a closed document. */
  forget(document: Uri): void {
    this.#worlds.delete(document.toString());
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #rulesFor(document: Uri): Promise<Readonly<Record<string, SeverityName>>> {
    const settings = workspace.getConfiguration(undefined, document).get<unknown>(rulesSetting);
    const configuration = await this.#configurations.forDocument(document);
    return { ...severitiesIn(settings), ...configuration?.configuration.rules };
  }
}

function aboutShop(
  { name, definition }: ShopEntry,
  schema: SchemaReference | undefined,
  distinction: string | null,
): Pick<DocumentContext, 'shop' | 'shopware' | 'limits' | 'vars'> {
  const shopware = definition.shopware ?? schema?.version;
  const { admin, store } = definition.limits ?? {};
  return {
    shop: {
      name: distinction === null ? name : `${name} (${distinction})`,
      production: definition.production ?? false,
    },
    limits: { ...(admin !== undefined && { admin }), ...(store !== undefined && { store }) },
    vars: definition.vars ?? {},
    ...(shopware !== undefined && { shopware }),
  };
}

const severities: ReadonlySet<unknown> = new Set(['off', 'hint', 'information', 'warning', 'error']);

/** The entries of the setting that name a severity; a setting can hold anything. */
function severitiesIn(setting: unknown): Record<string, SeverityName> {
  const entries = typeof setting === 'object' && setting !== null ? Object.entries(setting) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, SeverityName] => severities.has(entry[1])));
}
