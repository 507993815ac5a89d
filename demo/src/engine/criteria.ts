import { type Aggregation, parseAggregations } from './aggregationParser.ts';
import type { Filter } from './filter.ts';
import { parseFilters } from './filterParser.ts';
import { elements, isJsonObject, type Json, objects } from './json.ts';

/** A criteria as the server understands it (reference, section 2). It was checked before: what is odd is left out. */
export interface Criteria {
  readonly ids: readonly Id[];
  /** How many rows are skipped. */
  readonly offset: number;
  /** Absent in associations without one. */
  readonly limit: number | undefined;
  readonly totalCountMode: TotalCountMode;
  readonly filters: readonly Filter[];
  readonly postFilters: readonly Filter[];
  readonly queries: readonly ScoreQuery[];
  readonly term: string;
  readonly sortings: readonly Sorting[];
  readonly aggregations: readonly Aggregation[];
  readonly grouping: readonly string[];
  readonly associations: ReadonlyMap<string, Criteria>;
  readonly includes: PropertyLists;
  readonly excludes: PropertyLists;
  readonly fields: readonly string[];
}

/** One id, or the values of a combined key by property. */
export type Id = string | Readonly<Record<string, string>>;

export type TotalCountMode = 'none' | 'exact' | 'next-pages';

/** apiAlias → names of properties. */
export type PropertyLists = ReadonlyMap<string, readonly string[]>;

export interface Sorting {
  readonly field: string;
  readonly descending: boolean;
  readonly byCount: boolean;
  readonly natural: boolean;
}

export interface ScoreQuery {
  readonly filter: Filter;
  readonly score: number;
  readonly scoreField: string | undefined;
}

/** A criteria that asks for nothing. */
export const EMPTY_CRITERIA: Criteria = {
  ids: [],
  offset: 0,
  limit: undefined,
  totalCountMode: 'none',
  filters: [],
  postFilters: [],
  queries: [],
  term: '',
  sortings: [],
  aggregations: [],
  grouping: [],
  associations: new Map(),
  includes: new Map(),
  excludes: new Map(),
  fields: [],
};

/** Reads a parsed body. `now` is the clock of `since` and `until`; `defaultLimit` is the API's, none in associations. */
export function parseCriteria(body: Json, now: Date, defaultLimit: number | undefined): Criteria {
  const raw = isJsonObject(body) ? body : {};
  const limit = integer(raw.limit);
  return {
    ids: parseIds(raw.ids),
    // Without a limit in the body the pages are empty: page 2 is page 1 again (reference, section 2.1).
    offset: (limit ?? 0) * ((integer(raw.page) ?? 1) - 1),
    limit: limit ?? defaultLimit,
    totalCountMode: parseTotalCountMode(raw['total-count-mode']),
    filters: parseFilters(raw.filter, now),
    postFilters: parseFilters(raw['post-filter'], now),
    queries: parseQueries(raw.query, now),
    term: parseTerm(raw.term),
    sortings: parseSortings(raw.sort),
    aggregations: parseAggregations(raw.aggregations, now),
    grouping: texts(raw.grouping),
    associations: parseAssociations(raw.associations, now),
    includes: propertyLists(raw.includes),
    excludes: propertyLists(raw.excludes),
    fields: texts(raw.fields),
  };
}

function texts(value: Json | undefined): readonly string[] {
  return elements(value).filter((element) => typeof element === 'string');
}

function integer(value: Json | undefined): number | undefined {
  return value === undefined || value === null ? undefined : Math.trunc(Number(value));
}

function parseIds(raw: Json | undefined): readonly Id[] {
  const list = typeof raw === 'string' ? raw.split('|') : elements(raw);
  return list.flatMap((id): readonly Id[] => {
    if (typeof id === 'string') return [id];
    if (!isJsonObject(id)) return [];
    return [Object.fromEntries(Object.entries(id).map(([property, part]) => [property, String(part)]))];
  });
}

/** Anything unknown is 0, silently. */
function parseTotalCountMode(raw: Json | undefined): TotalCountMode {
  const MODES: readonly TotalCountMode[] = ['none', 'exact', 'next-pages'];
  return MODES[Number(raw)] ?? MODES.find((mode) => mode === raw) ?? 'none';
}

/** `""` and `"0"` do nothing; an object becomes the text "Array". */
function parseTerm(raw: Json | undefined): string {
  if (raw === undefined || raw === null || raw === false) return '';
  const term = typeof raw === 'object' ? 'Array' : raw === true ? '1' : String(raw).trim();
  return term === '0' ? '' : term;
}

function parseSortings(raw: Json | undefined): readonly Sorting[] {
  if (typeof raw === 'string') return raw.split(',').filter(Boolean).map(sortingFromText);
  return objects(raw).flatMap((sorting) => {
    if (typeof sorting.field !== 'string') return [];
    return [
      {
        field: sorting.field,
        descending: isWord(sorting.order, 'desc'),
        byCount: isWord(sorting.type, 'count'),
        natural: Boolean(sorting.naturalSorting),
      },
    ];
  });
}

/** Only a text can be the word, in any case. */
function isWord(value: Json | undefined, word: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === word;
}

function sortingFromText(text: string): Sorting {
  const descending = text.startsWith('-');
  return { field: descending ? text.slice(1) : text, descending, byCount: false, natural: false };
}

function parseQueries(raw: Json | undefined, now: Date): readonly ScoreQuery[] {
  return objects(raw).flatMap((query) => {
    const [filter] = parseFilters(query.query === undefined ? undefined : [query.query], now);
    if (!filter) return [];
    const scoreField = typeof query.scoreField === 'string' && query.scoreField !== '' ? query.scoreField : undefined;
    return [{ filter, score: query.score === undefined || query.score === null ? 1 : Number(query.score), scoreField }];
  });
}

/** A value that is no object is dropped together with its key. `limit` in `translations` is dropped, too. */
function parseAssociations(raw: Json | undefined, now: Date): ReadonlyMap<string, Criteria> {
  const associations = new Map<string, Criteria>();
  if (!isJsonObject(raw)) return associations;
  for (const [name, nested] of Object.entries(raw)) {
    if (typeof nested !== 'object' || nested === null) continue;
    const criteria = parseCriteria(nested, now, undefined);
    associations.set(name, name === 'translations' ? { ...criteria, limit: undefined } : criteria);
  }
  return associations;
}

function propertyLists(raw: Json | undefined): PropertyLists {
  const lists = new Map<string, readonly string[]>();
  if (!isJsonObject(raw)) return lists;
  for (const [alias, names] of Object.entries(raw)) lists.set(alias, texts(names));
  return lists;
}
