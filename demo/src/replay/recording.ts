import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elements, isJsonList, isJsonObject, type Json, type JsonObject } from '../engine/json.ts';

/** The recorded shop, beside the checkout; not in every clone. */
export const RECORDING = join(import.meta.dirname, '../../../../shared/recorded/6.7.6-dev');

export const hasRecording = existsSync(join(RECORDING, 'searches.jsonl'));

/** The time of the recording, with which `since` and `until` compare. */
export const RECORDED_AT = new Date('2026-11-21T03:22:00Z');

/** One recorded search and what the shop answered. */
export interface RecordedSearch {
  readonly id: string;
  readonly entity: string;
  readonly criteria: JsonObject;
  readonly broken: boolean;
  readonly status: number;
  /** Code and pointer of each error. */
  readonly errors: readonly { readonly code: string; readonly pointer: string | null }[];
  readonly total: number;
  readonly ids: readonly string[];
  readonly aggregations: JsonObject;
}

/** All rows of `searches.jsonl` or `bodies.jsonl`. */
export function readSearches(file: 'searches.jsonl' | 'bodies.jsonl'): readonly RecordedSearch[] {
  const lines = readFileSync(join(RECORDING, file), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const row: Json = JSON.parse(line);
    if (!isJsonObject(row)) throw new TypeError(`${file} holds a line that is no object.`);
    return {
      id: String(row.id),
      entity: String(row.entity),
      criteria: isJsonObject(row.criteria) ? row.criteria : {},
      broken: row.broken === true,
      status: Number(row.status),
      errors: elements(row.errors)
        .filter(isJsonObject)
        .map(({ code, pointer }) => ({
          code: String(code),
          pointer: typeof pointer === 'string' ? pointer : null,
        })),
      total: Number(row.total),
      ids: isJsonList(row.ids) ? row.ids.map(keyText) : [],
      aggregations: isJsonObject(row.aggregations) ? row.aggregations : {},
    };
  });
}

/** A combined key as the text that the engine's tables use. */
export function keyText(id: Json): string {
  return isJsonObject(id) ? Object.values(id).join('-') : String(id);
}
