import type { PathUse } from '../../schema/resolvePath.ts';
import type { Change } from '../../shopware/changes.ts';
import type { Stage } from '../../shopware/refusal.ts';

/** What the grammar expects of one JSON value: the role that a node of a document gets. */
export type Value =
  | { readonly is: 'object'; readonly shape: ShapeName }
  /** An object whose `type` picks its shape. */
  | { readonly is: 'variant'; readonly family: FamilyName }
  /**
   * `each` are the faults of single elements, their pointers are relative to the element; `stopsAtFirst` where the
   * server reads no further element after a fault.
   */
  | { readonly is: 'list'; readonly of: Value; readonly each?: readonly Check[]; readonly stopsAtFirst?: boolean }
  /** An object with names of the schema as keys. */
  | { readonly is: 'map'; readonly keys: MapKeys; readonly of: Value; readonly each?: readonly Check[] }
  /** The first that fits the value's JSON type. */
  | { readonly is: 'either'; readonly options: readonly Value[] }
  /** A field path; `fields` paths are never refused (section 2.7). */
  | { readonly is: 'path'; readonly use: PathUse | 'fields' }
  /** Paths in one text: `-name,stock`. */
  | { readonly is: 'sortText' }
  /** A property that stands in `includes` below an alias. */
  | { readonly is: 'property' }
  | { readonly is: 'entityName' }
  | { readonly is: 'id' }
  /** What a field is compared with. */
  | { readonly is: 'operand' }
  | { readonly is: 'duration' }
  | { readonly is: 'timeZone' }
  | { readonly is: 'word'; readonly words: readonly Word[] }
  | { readonly is: 'integer' }
  | { readonly is: 'number' }
  | { readonly is: 'boolean' }
  | { readonly is: 'text' }
  | { readonly is: 'any' };

/** What the keys of a map are: associations of the entity, apiAliases, or field paths. */
export type MapKeys = 'association' | 'alias' | 'path';

export interface Word {
  readonly value: string | number;
  readonly doc: string;
  readonly since?: Change;
}

export type FamilyName = 'filter' | 'aggregation';

export type ShapeName =
  | 'criteria'
  | 'associationCriteria'
  | 'scoreQuery'
  | 'sorting'
  | 'termsSorting'
  | 'rangeParameters'
  | 'durationParameters'
  | 'range'
  | 'combinedId';

export interface Shape {
  /** For people: "a criteria", "an equals filter". */
  readonly title: string;
  readonly doc: string;
  readonly page: PageName;
  readonly since?: Change;
  /** In the order in which the server reads them, which decides what error it sends. */
  readonly keys: Readonly<Record<string, Key>>;
}

export interface Key {
  readonly value: Value;
  /** One sentence. */
  readonly doc: string;
  readonly page?: PageName;
  readonly since?: Change;
  /** The shop cannot do without. */
  readonly required?: boolean;
  /** Nearly always written, although the shop can do without. */
  readonly usual?: boolean;
  /** In the order in which the server tests; the first that fails is the one it reports. */
  readonly checks?: readonly Check[];
}

/** Pages of the official documentation, see `pages.ts`. */
export type PageName = 'searchCriteria' | 'partialData' | 'headers';

/** The rules that only read this table. */
export type TableRule = 'missing-key' | 'wrong-type' | 'invalid-value' | 'unknown-value' | 'unknown-type';

/** A value that the server refuses, or takes for something else. */
export interface Check {
  readonly rule: TableRule;
  /** `value` is undefined for a key that is absent; `owner` is the object that holds it under `name`. */
  readonly fails: (value: unknown, owner: Readonly<Record<string, unknown>>, name: string) => boolean;
  /** In force from this change on … */
  readonly from?: Change;
  /** … until this one. */
  readonly until?: Change;
  /** Completes `"key" must be …`; for a missing key it is not needed. */
  readonly expects?: string;
  /** What the server does instead, where it says nothing; then there is no `answer`. */
  readonly silently?: string;
  readonly answer?: Answer | ((owner: Readonly<Record<string, unknown>>, failed: FailedValue) => Answer);
  /** The key to mark, where the fault is not at the checked key itself. */
  readonly marks?: string;
  /** Not the value is at fault, but what stands for a name in front of it. */
  readonly isOfName?: true;
  /** The key inside the value that is at fault, and what it takes; undefined where it is the value as a whole. */
  readonly within?: { readonly key: (value: unknown) => string | undefined; readonly expects: string };
}

/** The value that a check found at fault. */
export interface FailedValue {
  readonly value: unknown;
  /** Its key, or its place in the list. */
  readonly name: string;
  /** From 0, in the order in which the server reads them. */
  readonly position: number;
}

/** A refusal as the table knows it; where it stands in the document is found by the walk. */
export interface Answer {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** `meta.parameters`. `path` is the pointer; where nobody collects, it starts at what was handed to the parser. */
  readonly parameters?: (path: string) => Readonly<Record<string, unknown>>;
  /**
   * Added to the pointer of the object that holds the key (for `each`: of the element itself);
   * `none` where the server sends no pointer, `empty` where it sends "".
   */
  readonly pointer: string | { readonly special: 'none' | 'empty' };
  /** The server puts it under another key of the criteria: `post-filter` maps under `filter`. */
  readonly misplacedUnder?: string;
  readonly collected: boolean;
  readonly stage?: Stage;
  readonly when?: 'rows';
  /** See `Refusal.by`. */
  readonly by?: 'database';
  /** Thrown instead where nobody collects: inside `query` and the filter of an aggregation. */
  readonly unwrapped?: { readonly status: number; readonly code: string; readonly detail: string };
}
