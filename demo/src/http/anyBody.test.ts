import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { DURATION_OPERATORS } from '../../../server/src/criteria/grammar/durations.ts';
import type { EntitySchema } from '../../../server/src/schema/entitySchema.ts';
import { openShop } from '../openShop.ts';
import { inProcess, type Post } from '../replay/inProcess.ts';

/** How `answerRequest` begins what no Shopware would say. */
const OWN_FAULT = 'The demo shop failed';

const ENTITIES = ['product', 'category', 'order', 'customer', 'tax', 'media', 'property_group_option', 'currency'];
const OPERANDS = ['equals', 'equalsAny', 'contains', 'prefix', 'suffix'];
const GROUPS = ['not', 'multi', 'and', 'or', 'nand', 'nor'];
const AGGREGATIONS = ['avg', 'sum', 'min', 'max', 'stats', 'count', 'terms', 'entity'];
const INTERVALS = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];

const odd = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e308, '', '%', '\\', 'a|b', '\u0000', '2025-02-30', '9'.repeat(400)),
  fc.constantFrom('P1D', 'PT', 'P99999999D', 'P275000Y', 'P0001-00-04T05:06:07', `P${'9'.repeat(400)}Y`),
  fc.constantFrom('b7d2554b0ce847cd82f3ac9bd1c0dfca', '1e1', "'", '`', ':x'),
  fc.jsonValue({ maxDepth: 2 }),
);

describe('whatever is asked', () => {
  let post: Post;
  let schema: EntitySchema;

  beforeAll(async () => {
    const open = await openShop({});
    post = inProcess(open);
    schema = open.shop.database.schema;
  });

  it('is answered as a shop would: no fault of the demo shop itself', () => {
    const asked = fc
      .constantFrom(...ENTITIES)
      .chain((entity) =>
        fc.tuple(fc.constant(entity), fc.constantFrom('search', 'search-ids', 'aggregate'), body(entity)),
      );
    fc.assert(
      fc.property(asked, ([entity, action, criteria]) => {
        const answer = post(`/api/${action}/${entity.replaceAll('_', '-')}`, JSON.stringify(criteria));
        expect(JSON.stringify(answer.body)).not.toContain(OWN_FAULT);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['P99999999D', 'P275000Y', 'P8000Y', 'P0001-00-04T05:06:07'])('counts the distance %s', (value) => {
    for (const type of ['since', 'until']) {
      for (const { value: operator } of DURATION_OPERATORS) {
        const filter = [{ type, field: 'releaseDate', value, parameters: { operator } }];
        expect(post('/api/search/product', JSON.stringify({ filter })).status).toBe(200);
      }
    }
  });

  it('may be rows that joins multiply beyond what a memory holds', async () => {
    const ask = inProcess(await openShop({ products: 2000 }));
    const field = 'categories.products.categories.products.categories.products.name';
    const chain = { limit: 1, filter: [{ type: 'contains', field, value: 'a' }] };
    const [id] = ids(ask('/api/search-ids/product', JSON.stringify(chain)).body);
    expect(ids(ask('/api/search-ids/product', JSON.stringify({ ...chain, ids: [id] })).body)[0]).toBe(id);
    const { total } = Object(ask('/api/search-ids/product', JSON.stringify({ ...chain, 'total-count-mode': 1 })).body);
    expect(total).toBeGreaterThan(1_000_000_000);
  });

  function body(entity: string): fc.Arbitrary<unknown> {
    const field = fc.oneof({ weight: 9, arbitrary: paths(entity) }, { weight: 1, arbitrary: odd });
    const operand = fc.record({ type: fc.constantFrom(...OPERANDS), field, value: odd });
    const distance = fc.record({
      type: fc.constantFrom('since', 'until'),
      field,
      value: odd,
      parameters: fc.record({ operator: fc.constantFrom(...DURATION_OPERATORS.map(({ value }) => value), 'x') }),
    });
    const range = fc.record({
      type: fc.constant('range'),
      field,
      parameters: fc.record({ gte: odd, lt: odd }, { requiredKeys: [] }),
    });
    const plain = fc.oneof(operand, distance, range);
    const group = fc.record({
      type: fc.constantFrom(...GROUPS),
      operator: fc.constantFrom('and', 'or', 'xor'),
      queries: fc.array(plain, { maxLength: 3 }),
    });
    const filter = fc.array(fc.oneof(plain, group), { maxLength: 2 });
    const sort = fc.array(
      fc.record({
        field,
        order: fc.constantFrom('asc', 'desc'),
        naturalSorting: fc.boolean(),
        type: fc.constantFrom(undefined, 'count'),
      }),
      { maxLength: 2 },
    );
    const metric = fc.record({
      name: fc.constant('metric'),
      type: fc.constantFrom(...AGGREGATIONS),
      field,
      definition: odd,
    });
    const histogram = fc.record({
      name: fc.constant('histogram'),
      type: fc.constant('histogram'),
      field,
      interval: fc.constantFrom(...INTERVALS),
      format: fc.oneof(fc.constant(undefined), fc.string()),
      aggregation: metric,
    });
    const aggregations = fc.array(fc.oneof(metric, histogram), { maxLength: 2 });
    return fc.record(
      {
        limit: fc.oneof(fc.constantFrom(1, 5, 25), odd),
        page: fc.oneof(fc.constantFrom(1, 2), odd),
        term: odd,
        filter,
        'post-filter': filter,
        sort,
        aggregations,
        grouping: fc.array(field, { maxLength: 1 }),
        ids: odd,
        'total-count-mode': fc.constantFrom(0, 1, 2, 'exact'),
        fields: fc.array(field, { maxLength: 2 }),
        includes: odd,
      },
      { requiredKeys: [] },
    );
  }

  /** A field of the entity, or one behind its associations. */
  function paths(entity: string, depth = 0): fc.Arbitrary<string> {
    const properties = [...(schema.entity(entity)?.properties.values() ?? [])];
    return fc.constantFrom(...properties).chain((property) => {
      if (property.kind !== 'association' || depth === 2 || !schema.has(property.entity))
        return fc.constant(property.name);
      return paths(property.entity, depth + 1).map((rest) => `${property.name}.${rest}`);
    });
  }
});

function ids(body: unknown): readonly unknown[] {
  const { data } = Object(body);
  return Array.isArray(data) ? data : [];
}
