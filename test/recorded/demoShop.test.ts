import { beforeAll, describe, expect, it } from 'vitest';
import { elements, isJsonObject, type Json, type JsonObject, objects } from '../../demo/src/engine/json.ts';
import type { Answer } from '../../demo/src/http/answer.ts';
import { openShop } from '../../demo/src/openShop.ts';
import { sameAggregations, sameIds } from '../../demo/src/replay/compare.ts';
import { inProcess, type Post } from '../../demo/src/replay/inProcess.ts';
import { keyText, RECORDED_AT } from '../../demo/src/replay/recording.ts';
import { readVerdicts, type Verdict } from './verdicts.ts';

/** How many of a hundred have to be answered the same: refusals with status, codes and pointers, searches with their results. */
const FLOORS = { searches: 99, bodies: 99, properties: 100, store: 100 } as const;

describe('what a running shop answered, asked of the demo shop with its own rows', () => {
  let post: Post;

  beforeAll(async () => {
    post = inProcess(await openShop({ now: RECORDED_AT }));
  });

  it.each(['searches', 'bodies', 'properties', 'store'] as const)('%s', { timeout: 60_000 }, (file) => {
    const verdicts = readVerdicts('6.7.6-dev', file);
    const different = verdicts.flatMap((verdict) => {
      const difference = differenceOf(post, verdict);
      const { id, entity, property, as } = verdict;
      return difference === undefined ? [] : [`${id ?? as} ${entity} ${property ?? ''}: ${difference}`];
    });
    const same = verdicts.length - different.length;
    console.log([`${file}: ${same} of ${verdicts.length} are answered the same.`, ...different].join('\n'));
    expect((100 * same) / verdicts.length).toBeGreaterThanOrEqual(FLOORS[file]);
  });
});

/** In which respect the demo shop answers otherwise; undefined where it does not. */
function differenceOf(post: Post, verdict: Verdict): string | undefined {
  const entity = verdict.entity.replaceAll('_', '-');
  const bodyText = JSON.stringify(verdict.criteria);
  const answer = post(verdict.path ?? `/api/search/${entity}`, bodyText);
  const [own, recorded] = [refusalOf(answer), recordedRefusal(verdict)];
  if (own !== recorded) return `${own} instead of ${recorded}`;
  if (verdict.status !== 200 || verdict.total === undefined) return undefined;
  const criteria: Json = JSON.parse(bodyText);
  return differentResult(isJsonObject(criteria) ? criteria : {}, verdict, {
    ...bodyOf(answer),
    ids: bodyOf(post(`/api/search-ids/${entity}`, bodyText)).data ?? [],
  });
}

function refusalOf({ status, body }: Answer): string {
  const errors = isJsonObject(body) ? objects(body.errors) : [];
  return [status, ...errors.map((error) => `${error.code}@${pointerOf(error)}`)].join(' ');
}

function recordedRefusal({ status, errors }: Verdict): string {
  return [status, ...errors.map(({ code, pointer }) => `${code}@${pointer}`)].join(' ');
}

function pointerOf({ source }: JsonObject): string | null {
  return isJsonObject(source) ? String(source.pointer) : null;
}

function bodyOf({ body }: Answer): JsonObject {
  return isJsonObject(body) ? body : {};
}

function differentResult(criteria: JsonObject, verdict: Verdict, own: JsonObject): string | undefined {
  if (own.total !== verdict.total) return `total ${own.total} instead of ${verdict.total}`;
  const recorded: Json = JSON.parse(JSON.stringify([verdict.ids ?? [], verdict.aggregations ?? {}]));
  const [ids = [], aggregations = {}] = elements(recorded);
  // Where `includes` leaves the id out, the recording holds none.
  const areKept = elements(ids).every((id) => id !== null);
  if (areKept && !sameIds(criteria, elements(ids).map(keyText), elements(own.ids).map(keyText))) return 'ids';
  const [theirs, ours] = [aggregations, own.aggregations].map((one) => (isJsonObject(one) ? one : {}));
  return sameAggregations(criteria.aggregations, theirs ?? {}, ours ?? {}) ? undefined : 'aggregations';
}
