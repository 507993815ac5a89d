import type { RowsByEntity } from '../engine/database.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../engine/json.ts';

/** Rows by entity from parsed JSON; undefined when it has another form. */
export function readRows(parsed: unknown): RowsByEntity | undefined {
  if (!isJson(parsed) || !isJsonObject(parsed)) return undefined;
  const rows: Record<string, readonly JsonObject[]> = {};
  for (const [entity, list] of Object.entries(parsed)) {
    const read = readRowList(list);
    if (!read) return undefined;
    rows[entity] = read;
  }
  return rows;
}

/** The rows of one entity; undefined when it is no list of objects. */
export function readRowList(parsed: unknown): readonly JsonObject[] | undefined {
  if (!isJson(parsed) || !isJsonList(parsed)) return undefined;
  return parsed.every(isJsonObject) ? parsed.filter(isJsonObject) : undefined;
}

/** Whatever `JSON.parse` returns is JSON. */
function isJson(value: unknown): value is Json {
  return value === null || ['boolean', 'number', 'string', 'object'].includes(typeof value);
}
