import { beforeAll, describe, expect, it } from 'vitest';
import { readBody, search, searchOnlyIds } from '../engine/engine.ts';
import { isJsonObject } from '../engine/json.ts';
import { sameAggregations, sameIds } from './compare.ts';
import { openRecordedShop, type RecordedShop } from './recordedShop.ts';
import { hasRecording, keyText, RECORDING, type RecordedSearch, readSearches } from './recording.ts';

if (!hasRecording) console.warn(`SKIPPED: the demo shop's replay, because there is no recording at ${RECORDING}.`);

/** How many of a hundred accepted searches have to come out the same; raised as the engine gets closer. */
const FLOOR = { 'searches.jsonl': 99, 'bodies.jsonl': 99 } as const;

describe.runIf(hasRecording)('recorded searches', { timeout: 60_000 }, () => {
  let shop: RecordedShop;

  beforeAll(() => {
    shop = openRecordedShop();
  });

  it.each(['searches.jsonl', 'bodies.jsonl'] as const)('%s', (file) => {
    const accepted = readSearches(file).filter((recorded) => recorded.status === 200 && !recorded.broken);
    const different = accepted.flatMap((recorded) => {
      const difference = differenceOf(recorded);
      return difference ? [`${recorded.id} ${recorded.entity}: ${difference}`] : [];
    });
    const same = accepted.length - different.length;
    console.log(`${file}: ${same} of ${accepted.length} come out the same.\n${different.join('\n')}`);
    expect((100 * same) / accepted.length).toBeGreaterThanOrEqual(FLOOR[file]);
  });

  /** In which respect our answer is another one; undefined where it is the same. */
  function differenceOf(recorded: RecordedSearch): string | undefined {
    const { database, context } = shop;
    const table = database.table(recorded.entity);
    if (!table) return 'unknown entity';
    try {
      const criteria = readBody(recorded.criteria, context);
      const { total, data } = searchOnlyIds(database, context, table, criteria);
      if (total !== recorded.total) return `total ${total} instead of ${recorded.total}`;
      if (!sameIds(recorded.criteria, recorded.ids, data.map(keyText))) return 'ids';
      const { aggregations } = search(database, context, table, {
        ...criteria,
        includes: new Map(),
        excludes: new Map(),
      });
      const own = isJsonObject(aggregations) ? aggregations : {};
      return sameAggregations(recorded.criteria.aggregations, recorded.aggregations, own) ? undefined : 'aggregations';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
});
