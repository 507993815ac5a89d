import { isRecord } from '../json.ts';

/** One step below a row: its id, and the association that is followed, as the schema writes it. */
export type Step = readonly [id: string, association: string];

/**
 * The path of the Admin API's search for an entity: `/api/search/product-manufacturer`; with steps, of the search below
 * a row: `/api/search/category/{id}/children` (reference, section 1).
 */
export function searchPath(entity: string, below: readonly Step[] = []): string {
  return `/api/search/${segment(entity)}${stepsBelow(below)}`;
}

/** The path that answers with ids only; the one way to ask for the rows of most mapping entities. */
export function searchIdsPath(entity: string): string {
  return `/api/search-ids/${segment(entity)}`;
}

/** The path that answers with aggregations only, for every entity. Shops have it since 6.6.10. */
export function aggregatePath(entity: string): string {
  return `/api/aggregate/${segment(entity)}`;
}

/** The path of a list by `GET`, of all rows or of those below a row; the criteria stands in its query string. */
export function listPath(entity: string, below: readonly Step[] = []): string {
  return `/api/${segment(entity)}${stepsBelow(below)}`;
}

/** The path of one row by `GET`. A shop has no such route for an id that is not 32 hex digits in lower case. */
export function detailPath(entity: string, id: string): string {
  return `/api/${segment(entity)}/${encodeURIComponent(id)}`;
}

/**
 * A criteria in the notation of the query string, as PHP reads it: `limit=2&includes[product][]=id`, percent-encoded.
 * It cannot say null: such keys are left out.
 */
export function queryOf(criteria: Readonly<Record<string, unknown>>): string {
  return Object.entries(criteria)
    .flatMap(([key, value]) => pairsOf(key, value))
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join('&');
}

function segment(name: string): string {
  return encodeURIComponent(name.replaceAll('_', '-'));
}

function stepsBelow(steps: readonly Step[]): string {
  return steps.map(([id, association]) => `/${encodeURIComponent(id)}/${encodeURIComponent(association)}`).join('');
}

function pairsOf(key: string, value: unknown): readonly (readonly [string, string])[] {
  if (value === null || value === undefined) return [];
  // PHP has no word for true and false here: a database compares them as 1 and 0.
  if (typeof value === 'boolean') return [[key, value ? '1' : '0']];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => pairsOf(`${key}[${typeof item === 'object' ? index : ''}]`, item));
  }
  if (!isRecord(value)) return [[key, String(value)]];
  const parts = Object.entries(value);
  // An association without a criteria of its own has to be named all the same.
  return parts.length === 0 ? [[`${key}[]`, '']] : parts.flatMap(([name, part]) => pairsOf(`${key}[${name}]`, part));
}
