import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { predictAnswer } from '../../server/src/analysis/predictAnswer.ts';
import type { Prediction } from '../../server/src/analysis/prediction.ts';
import type { World } from '../../server/src/analysis/world.ts';
import { readCriteria } from '../../server/src/criteria/document.ts';
import { withCustomFields } from '../../server/src/schema/customFields.ts';
import { parseEntitySchema } from '../../server/src/schema/entitySchema.ts';
import { parseVersion } from '../../server/src/shopware/version.ts';
import { aggregate, customFieldsOf, isShopError, searchIds, searchRows } from '../../shop/src/index.ts';
import { searchPath } from '../../shop/src/request/routes.ts';
import { answerText, predictionText } from '../recorded/answerText.ts';
import { readVerdicts, type Verdict } from '../recorded/verdicts.ts';
import { openTarget, type Target } from './target.ts';

/** Every so many-th recorded request is asked: enough to meet every rule, few enough for a shop in use. */
const EVERY = { properties: 40, bodies: 12 } as const;

/**
 * What holds in every Shopware: asked of the demo shop in each run, and of a real shop by `npm run test:live`.
 * It reads, and changes nothing.
 */
describe('the contract of a shop', { timeout: 120_000 }, () => {
  let target: Target;
  let world: World;

  beforeAll(async () => {
    target = await openTarget();
    const version = parseVersion(await target.shop.version());
    if (!version) throw new Error('The shop names no version.');
    const schema = parseEntitySchema(await target.shop.entitySchema());
    const shared = { schemaSource: 'live', versionKnown: true, limits: {}, rules: {}, shops: undefined } as const;
    world = { ...shared, schema, version, api: 'admin' };
  });

  afterAll(() => target.close());

  it('has products, customers and orders in its schema', () => {
    expect(['product', 'customer', 'order'].filter((name) => !world.schema.has(name))).toEqual([]);
  });

  it.each(['properties', 'bodies'] as const)('refuses what is predicted, and nothing else: %s', async (file) => {
    const asked = readVerdicts('6.7.6-dev', file).filter((_, index) => index % EVERY[file] === 0);
    const known = asked.filter(({ entity }) => world.schema.has(entity));
    const otherwise: string[] = [];
    for (const verdict of known) {
      const prediction = predict(verdict);
      const answered = await answerTo(verdict);
      const isOpen = prediction?.when !== undefined && answered === '200';
      const expected = predictionText(prediction);
      if (!isOpen && answered !== expected) otherwise.push(`${describeVerdict(verdict)}: ${answered}, not ${expected}`);
    }
    console.log(`${file}: ${known.length - otherwise.length} of ${known.length} answered as predicted`);
    expect(otherwise).toEqual([]);
  });

  it('finds each row by its own values', async () => {
    const { rows } = await products({ limit: 5, includes: { product: ['id', 'productNumber', 'stock', 'active'] } });
    expect(rows.length).toBeGreaterThan(0);
    for (const { id, productNumber, stock, active } of rows) {
      const filter = Object.entries({ id, productNumber, stock, active }).map(([field, value]) => ({
        type: 'equals',
        field,
        value,
      }));
      const found = await products({ limit: 5, filter, 'total-count-mode': 1 });
      expect([found.total, found.rows.map((row) => row.id)]).toEqual([1, [id]]);
    }
  });

  it('puts one page after the other, and counts them all', async () => {
    const sort = [{ field: 'id' }];
    const both = await products({ limit: 6, sort, 'total-count-mode': 1 });
    const [first, second] = [await products({ limit: 3, sort }), await products({ limit: 3, page: 2, sort })];
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(both.rows.map(({ id }) => id));
    const counted = await aggregate(target.shop, 'product', {
      aggregations: [{ name: 'n', type: 'count', field: 'id' }],
    });
    expect(counted.n).toMatchObject({ count: both.total });
  });

  it('sorts numbers as numbers, down and up', async () => {
    const body = (order: string) => ({ limit: 10, sort: [{ field: 'autoIncrement', order }, { field: 'id' }] });
    const numbers = async (order: string) => (await products(body(order))).rows.map((row) => Number(row.autoIncrement));
    const [up, down] = [await numbers('ASC'), await numbers('DESC')];
    expect(up).toEqual(up.toSorted((one, other) => one - other));
    expect(down).toEqual(down.toSorted((one, other) => other - one));
  });

  it('gives the same ids with and without the rows, and only the properties that are asked for', async () => {
    const body = { limit: 4, sort: [{ field: 'productNumber' }, { field: 'id' }], includes: { product: ['id'] } };
    const { rows } = await products(body);
    expect((await searchIds(target.shop, 'product', body)).ids).toEqual(rows.map(({ id }) => id));
    expect(rows.map((row) => Object.keys(row).sort())).toEqual(rows.map(() => ['apiAlias', 'id']));
  });

  it('has custom fields for entities of its schema', async () => {
    const customFields = await customFieldsOf(target.shop);
    const ofNobody = customFields.flatMap(({ entities }) => entities).filter((name) => !world.schema.has(name));
    expect(ofNobody).toEqual([]);
    const schema = withCustomFields(world.schema, customFields);
    const parts = customFields.flatMap(({ name, entities }) => entities.map((entity) => ({ entity, name })));
    const missing = parts.filter(({ entity, name }) => {
      const holder = schema.entity(entity)?.properties.get('customFields');
      return holder?.kind !== 'field' || !holder.properties.has(name);
    });
    expect(missing).toEqual([]);
  });

  it('lists products of a sales channel', async ({ skip }) => {
    if (!target.hasStore) skip('SWCRITERIA_ACCESS_KEY is not set.');
    const { rows } = await searchRows(target.shop, { api: 'store', path: '/store-api/product' }, { limit: 3 });
    expect(rows.map(({ apiAlias }) => apiAlias)).toEqual(rows.map(() => 'product'));
  });

  function products(body: Readonly<Record<string, unknown>>): ReturnType<typeof searchRows> {
    return searchRows(target.shop, { entity: 'product' }, body);
  }

  function predict({ entity, criteria }: Verdict): Prediction | undefined {
    return predictAnswer(readCriteria('untitled:criteria', JSON.stringify(criteria)), {
      ...world,
      fallbackEntity: entity,
    });
  }

  /** `200`, or status, codes and pointers of a refusal. */
  async function answerTo({ entity, criteria }: Verdict): Promise<string> {
    try {
      await target.shop.search({ api: 'admin', path: searchPath(entity), body: JSON.stringify(criteria) });
      return '200';
    } catch (error) {
      if (isShopError(error) && error.status !== null) return answerText(error.status, error.errors);
      throw error;
    }
  }
});

function describeVerdict({ entity, property, as, criteria }: Verdict): string {
  return property === undefined ? `${entity} ${JSON.stringify(criteria)}` : `${entity}.${property} as ${as}`;
}
