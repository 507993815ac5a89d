import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { predictAnswer } from '../../server/src/analysis/predictAnswer.ts';
import type { Prediction } from '../../server/src/analysis/prediction.ts';
import { readCriteria } from '../../server/src/criteria/document.ts';
import { answerText } from './answerText.ts';
import { RECORDED, readVerdicts } from './verdicts.ts';
import { recordedWorld } from './world.ts';

/** What older shops answer otherwise than 6.7.6 to the same request; everything else they answer alike. */
const FOLDER = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'recorded');
const [base, ...older] = RECORDED;

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly pointer?: string | null;
}

interface Difference {
  readonly source: 'probe' | 'replay';
  readonly title?: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
    readonly headers?: object;
  };
  readonly base: Answer;
  readonly this: Answer;
  /** Of a replay: how many requests, of them some by name. */
  readonly count: number;
  readonly ids: readonly unknown[];
}

/** Routes of the Store API that want something of their own, whatever the criteria. */
const ROUTE_OF_ITS_OWN = /^\/store-api\/(search|media)$/;

function differencesOf(folder: string): readonly Difference[] {
  const text = readFileSync(path.join(FOLDER, folder, 'differences.jsonl'), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): Difference => JSON.parse(line));
}

/** Status, code and pointer of the first error; the places in a list do not tell differences apart. */
function short({ status, code, pointer }: Answer): string {
  return answerText(
    status,
    status === 200 ? [] : [{ code: code ?? null, pointer: pointer?.replaceAll(/\/\d+/g, '/N') }],
  );
}

function shortOf(prediction: Prediction | undefined): string {
  const [first] = prediction?.errors ?? [];
  return prediction && first
    ? short({ status: prediction.status, code: first.code, pointer: first.pointer ?? null })
    : '200';
}

/** Undefined where the prediction is right, or where the rows decide. */
function wrongly(prediction: Prediction | undefined, answered: string): string | undefined {
  const predicted = shortOf(prediction);
  const dependsOnRows = prediction?.when !== undefined && answered === '200';
  return dependsOnRows || predicted === answered ? undefined : `answered ${answered}, predicted ${predicted}`;
}

const isHere = older.every(({ folder }) => existsSync(path.join(FOLDER, folder, 'differences.jsonl')));

describe.each(older)('a request of 6.7.6 to $folder', (recorded) => {
  it('that is answered otherwise is predicted, in both', ({ skip }) => {
    if (!isHere) skip('the recorded differences are not here');
    const wrong = differencesOf(recorded.folder).flatMap((difference) => {
      const { method, path: route, body, headers } = difference.request;
      const match = /^\/(api\/search|store-api)\/([a-z-]+)$/.exec(route);
      const entity = match?.[2]?.replaceAll('-', '_');
      if (entity === undefined || method !== 'POST' || headers || ROUTE_OF_ITS_OWN.test(route)) return [];
      const request = { entity, ...(match?.[1] === 'store-api' ? { api: 'store' as const } : {}) };
      const text = readCriteria('untitled:criteria', JSON.stringify(body));
      return [
        wrongly(predictAnswer(text, recordedWorld(recorded, request)), short(difference.this)),
        wrongly(predictAnswer(text, recordedWorld(base, request)), short(difference.base)),
      ].flatMap((fault) => (fault === undefined ? [] : [`${fault}: ${route} ${JSON.stringify(body)}`]));
    });
    expect(wrong).toEqual([]);
  });

  it('is predicted, whether or not it is answered otherwise', ({ skip }) => {
    if (!isHere) skip('the recorded differences are not here');
    const replays = differencesOf(recorded.folder).filter(({ source }) => source === 'replay');
    const byId = new Map(replays.flatMap((difference) => difference.ids.map((id) => [id, difference] as const)));
    // Of large classes not every request is named.
    const open = new Set(
      replays
        .filter(({ count, ids }) => count > ids.length)
        .map((replay) => `${short(replay.base)} ${short(replay.this)}`),
    );
    const wrong = readVerdicts(base.folder, 'bodies').flatMap(({ id, entity, criteria, status, errors }) => {
      const text = readCriteria('untitled:criteria', JSON.stringify(criteria));
      const prediction = predictAnswer(text, recordedWorld(recorded, { entity }));
      const [first] = errors;
      const before = short({ status, ...(first ? { code: first.code, pointer: first.pointer } : {}) });
      const listed = byId.get(id);
      if (!listed && open.has(`${before} ${shortOf(prediction)}`)) return [];
      const fault = wrongly(prediction, listed ? short(listed.this) : before);
      return fault === undefined ? [] : [`${id}: ${fault}`];
    });
    expect(wrong).toEqual([]);
  });
});
