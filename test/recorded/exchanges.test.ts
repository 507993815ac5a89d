import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { predictAnswer } from '../../server/src/analysis/predictAnswer.ts';
import { readCriteria } from '../../server/src/criteria/document.ts';
import { answerText, errorsIn, predictionText } from './answerText.ts';
import { recordedWorld } from './world.ts';

const FILE = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'recorded', '6.7.6-dev', 'exchanges.jsonl');

/** About signing in, headers and entities that the schema omits: nothing that a body could tell. */
const NOT_ABOUT_THE_BODY = [
  'shape-noaccept',
  'shape-accept-html',
  'notification',
  'st-nokey',
  'st-wrongkey',
  'st-garbagekey',
  'st-integrationkey',
  'st-access-token-header',
  'st-language-not-assigned',
  'st-language-bad',
  'st-currency-bad',
  'st-admin-token',
  'st-key-on-admin',
];

/** Groups of exchanges about content types, permissions, headers and entities of an app. */
const OTHER_GROUPS = /^(acl|ce|app|h|ct|auth)-/;

interface Exchange {
  readonly id: string;
  readonly request: { readonly method: string; readonly path: string; readonly body: unknown };
  readonly response: { readonly status: number; readonly body: unknown };
}

/** What was asked for: an entity, or a route of its own, as below a parent. */
interface Search {
  readonly api?: 'store';
  readonly entity: string;
  readonly route?: string;
}

function searchOf({ method, path: route, body }: Exchange['request']): Search | undefined {
  if (method !== 'POST' || typeof body !== 'object' || body === null) return undefined;
  if (/^\/api\/(v\d+\/)?search\//.test(route)) return { entity: 'product', route };
  const match = /^\/store-api\/([a-z-]+)$/.exec(route);
  const entity = match?.[1]?.replaceAll('-', '_');
  if (entity === undefined) return undefined;
  const lists = [
    'product',
    'category',
    'language',
    'currency',
    'country',
    'salutation',
    'payment_method',
    'shipping_method',
  ];
  return lists.includes(entity) ? { api: 'store', entity } : undefined;
}

it('every labelled search of 6.7.6-dev is predicted', ({ skip }) => {
  if (!existsSync(FILE)) skip('the recorded exchanges are not here');
  const exchanges: Exchange[] = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  let asked = 0;
  const wrong = exchanges.flatMap(({ id, request, response }) => {
    const search = searchOf(request);
    if (!search || OTHER_GROUPS.test(id) || NOT_ABOUT_THE_BODY.includes(id)) return [];
    asked += 1;
    const directive = search.route === undefined ? '' : `// @path ${search.route}\n`;
    const text = readCriteria('untitled:criteria', directive + JSON.stringify(request.body));
    const prediction = predictAnswer(text, recordedWorld({ version: '6.7.6.0', line: '6.7' }, search));
    const dependsOnRows = prediction?.when !== undefined && response.status === 200;
    const [answered, predicted] = [answerText(response.status, errorsIn(response.body)), predictionText(prediction)];
    return dependsOnRows || predicted === answered ? [] : [{ id, answered, predicted }];
  });
  console.log(`6.7.6-dev exchanges: ${asked - wrong.length} of ${asked} searches predicted`);
  expect(wrong).toEqual([]);
});
