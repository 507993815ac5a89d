import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../engine/json.ts';
import type { Answer } from '../http/answer.ts';
import { openShop } from '../openShop.ts';
import { inProcess, type Post } from './inProcess.ts';
import { hasRecording, RECORDED_AT, RECORDING } from './recording.ts';
import { firstCode } from './sameAnswer.ts';

if (!hasRecording) console.warn(`SKIPPED: the routes of all entities, because there is no recording at ${RECORDING}.`);

/** What was asked of every entity, by the name that the recording gives it; for the rest of them all answered 200. */
const ROUTES: Readonly<Record<string, (post: Post, get: Post, name: string) => Answer>> = {
  search: (post, _, name) => post(`/api/search/${name}`, ONE),
  'search-ids': (post, _, name) => post(`/api/search-ids/${name}`, ONE),
  aggregate: (post, _, name) => post(`/api/aggregate/${name}`, ONE),
  list: (_, get, name) => get(`/api/${name}?limit=1`, ''),
};
const ONE = '{"limit": 1}';

describe.runIf(hasRecording)('the routes of every entity', { timeout: 60_000 }, () => {
  let recorded: JsonObject;
  let names: readonly string[];
  let post: Post;
  let get: Post;

  beforeAll(async () => {
    const text: Json = JSON.parse(readFileSync(join(RECORDING, 'entity-routes.json'), 'utf8'));
    recorded = isJsonObject(text) && isJsonObject(text.not_ok) ? text.not_ok : {};
    const opened = await openShop({ data: RECORDING, now: RECORDED_AT });
    names = opened.shop.database.schema.entityNames;
    post = inProcess(opened);
    get = inProcess(opened, { method: 'GET' });
  });

  it.each(Object.entries(ROUTES))('%s', (route, ask) => {
    const refused = names.flatMap((name) => {
      const { status, body } = ask(post, get, name.replaceAll('_', '-'));
      return status === 200 ? [] : [`${name}: ${status} ${firstCode(body ?? null)}`];
    });
    const expected = Object.entries(recorded).flatMap(([name, answers]) => {
      const answer = isJsonObject(answers) ? answers[route] : undefined;
      const [status, code] = Array.isArray(answer) ? answer : [];
      return status === 200 ? [] : [`${name}: ${status} ${code}`];
    });
    expect(names.length).toBeGreaterThan(Object.keys(recorded).length);
    expect(refused.sort()).toEqual(expected.sort());
  });
});
