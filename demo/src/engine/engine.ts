import { aggregate } from './aggregate.ts';
import type { Context } from './context.ts';
import { type Criteria, EMPTY_CRITERIA, type Id, parseCriteria } from './criteria.ts';
import type { Database, Row, Table } from './database.ts';
import { addExtension, type EntityJson } from './entityJson.ts';
import type { Json, JsonObject } from './json.ts';
import { readEntities } from './readEntities.ts';
import { type FoundRow, searchIds } from './searchIds.ts';

/** The limit where a body names none: it is also the greatest that is allowed (reference, section 2.1). */
const DEFAULT_LIMIT = { admin: 500, store: 100 } as const;

/** An answer before it is put into the form of its API: `includes` and `excludes` were not applied yet. */
export interface SearchResult {
  readonly total: number;
  readonly entities: readonly EntityJson[];
  /** An empty list when nothing was asked for: PHP's empty object. */
  readonly aggregations: Json;
  readonly criteria: Criteria;
}

/** Reads a body that the shop accepts. */
export function readBody(body: Json, context: Context): Criteria {
  return parseCriteria(body, context.now, DEFAULT_LIMIT[context.api]);
}

/**
 * What a shop with these rows answers to an accepted criteria.
 * @throws {Refused} where the rows decide that it is refused
 */
export function search(database: Database, context: Context, table: Table, criteria: Criteria): SearchResult {
  const aggregations = aggregated(database, context, table, criteria);
  const found = searchIds(database, context, table, criteria);
  const reading = { database, context };
  const entities = readEntities(
    reading,
    table,
    found.rows.map(({ row }) => row),
    criteria,
  );
  if (context.searchInfo && isSearched(criteria)) addSearch(entities, table, found.rows);
  return { total: found.total, entities, aggregations, criteria };
}

/** Only the aggregations of a criteria (`/api/aggregate`). */
export function aggregateOnly(database: Database, context: Context, table: Table, criteria: Criteria): SearchResult {
  return { total: 0, entities: [], aggregations: aggregated(database, context, table, criteria), criteria };
}

/** Only total and ids (`/api/search-ids`); a combined key is an object of its properties. */
export function searchOnlyIds(
  database: Database,
  context: Context,
  table: Table,
  criteria: Criteria,
): { readonly total: number; readonly data: readonly Id[] } {
  const { rows, total } = searchIds(database, context, table, criteria);
  return { total, data: rows.map(({ row }) => idOf(table, row)) };
}

/** The primary key of a row as the API shows it. */
function idOf(table: Table, row: Row): Id {
  if (table.primaryKey.length === 1) return table.keyOf(row);
  return Object.fromEntries(table.primaryKey.map((name) => [name, String(row[name])]));
}

function aggregated(database: Database, context: Context, table: Table, criteria: Criteria): Json {
  if (criteria.aggregations.length === 0) return [];
  const readById = (entity: string, ids: readonly string[]): readonly JsonObject[] => {
    const target = database.table(entity);
    if (!target) return [];
    const rows = ids.flatMap((id) => target.where('id', id));
    return readEntities({ database, context, shownTo: 'store' }, target, rows, EMPTY_CRITERIA);
  };
  return aggregate({ database, context, readEntities: readById }, table, criteria);
}

/** With nothing but ids the rows are read without an id search, so its columns are not there (section 2.3). */
function isSearched(criteria: Criteria): boolean {
  if (criteria.ids.length === 0) return true;
  const { filters, postFilters, queries, sortings, grouping, term } = criteria;
  return term !== '' || [filters, postFilters, queries, sortings, grouping].some((part) => part.length > 0);
}

/** Properties that an id search selects besides the key, in the order in which they are shown (section 2.3). */
const SELECTED: Readonly<Record<string, readonly string[]>> = {
  product: ['productNumber', 'autoIncrement'],
  customer: ['autoIncrement', 'customerNumber'],
  order: ['autoIncrement', 'orderNumber'],
  category: ['autoIncrement'],
  version_commit: ['autoIncrement'],
  version_commit_data: ['autoIncrement'],
  document_base_config: ['documentNumber'],
};

function addSearch(entities: readonly EntityJson[], table: Table, found: readonly FoundRow[]): void {
  const keys = table.primaryKey.length > 1 ? table.primaryKey : [];
  const names = [...keys, ...(SELECTED[table.entity.name] ?? [])];
  for (const [index, { row, score }] of found.entries()) {
    const entity = entities[index];
    if (!entity || (names.length === 0 && score === undefined)) continue;
    const search: EntityJson = { extensions: [], translated: [] };
    for (const name of names) search[name] = row[name] ?? null;
    if (score !== undefined) search._score = String(score);
    addExtension(entity, 'search', search);
  }
}
