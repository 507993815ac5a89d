import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBody, searchOnlyIds } from '../engine/engine.ts';
import { isJsonObject, type Json, type JsonObject, objects } from '../engine/json.ts';
import { openRecordedShop, type RecordedShop } from './recordedShop.ts';
import { hasRecording, RECORDING } from './recording.ts';

if (!hasRecording) console.warn(`SKIPPED: the type matrix, because there is no recording at ${RECORDING}.`);

const ID = '0fa91ce3e96a4bc2be4bd9ce752c3425';
const DATE = '2025-02-08T01:30:00.000+00:00';

/** The matrix' words for a filter → the filter. */
const FILTERS: Readonly<Record<string, JsonObject>> = {
  'equals "abc"': { type: 'equals', value: 'abc' },
  'equals uuid': { type: 'equals', value: ID },
  'equals 1': { type: 'equals', value: 1 },
  'equals 1.5': { type: 'equals', value: 1.5 },
  'equals true': { type: 'equals', value: true },
  'equals null': { type: 'equals', value: null },
  'equals ISO date': { type: 'equals', value: DATE },
  'equalsAny ["abc"]': { type: 'equalsAny', value: ['abc'] },
  'equalsAny [uuid]': { type: 'equalsAny', value: [ID] },
  'equalsAny [1,2]': { type: 'equalsAny', value: [1, 2] },
  'equalsAll ["abc"]': { type: 'equalsAll', value: ['abc'] },
  'equalsAll [uuid]': { type: 'equalsAll', value: [ID] },
  'contains "a"': { type: 'contains', value: 'a' },
  'prefix "a"': { type: 'prefix', value: 'a' },
  'suffix "a"': { type: 'suffix', value: 'a' },
  'range gte 1': { type: 'range', parameters: { gte: 1 } },
  'range gte "abc"': { type: 'range', parameters: { gte: 'abc' } },
  'range gte date': { type: 'range', parameters: { gte: DATE } },
  'since P1Y gte': { type: 'since', value: 'P1Y', parameters: { operator: 'gte' } },
  'until P1Y lt': { type: 'until', value: 'P1Y', parameters: { operator: 'lt' } },
};

describe.runIf(hasRecording)('fields of all types with all filters', () => {
  let shop: RecordedShop;

  beforeAll(() => {
    shop = openRecordedShop();
  });

  it('find as many rows as the recorded shop', () => {
    const rows = recordedRows();
    const other = rows.flatMap((row) => {
      const total = totalOf(String(row.entity), filterOf(row));
      return total === row.total ? [] : [`${row.entity}.${row.field} ${row.op}: ${total} instead of ${row.total}`];
    });
    expect(rows.length).toBeGreaterThan(500);
    expect(other).toEqual([]);
  });

  function totalOf(entity: string, filter: JsonObject): number | undefined {
    const { database, context } = shop;
    const table = database.table(entity);
    const body = { limit: 1, 'total-count-mode': 1, filter: [filter] };
    return table && searchOnlyIds(database, context, table, readBody(body, context)).total;
  }
});

/** Accepted filters of the matrix. */
function recordedRows(): readonly JsonObject[] {
  const matrix: Json = JSON.parse(readFileSync(join(RECORDING, 'type-matrix.json'), 'utf8'));
  const rows = isJsonObject(matrix) ? objects(matrix.rows) : [];
  return rows.filter(({ kind, status }) => kind === 'filter' && status === 200);
}

function filterOf({ op, field }: JsonObject): JsonObject {
  const name = String(op);
  const negated = name.startsWith('not ');
  const filter = { ...FILTERS[negated ? name.slice('not '.length) : name], field: field ?? null };
  return negated ? { type: 'not', queries: [filter] } : filter;
}
