import { describe, expect, it } from 'vitest';
import { bundledSchema } from '../../schema/bundled/index.ts';
import { completionsAt, editor } from '../testing/editor.ts';

const schema = bundledSchema('6.7');
const ENTITIES = schema.entityNames.filter((name) => !schema.isMapping(name));
const APIS = ['admin', 'store'] as const;

const FREQUENT = ['product', 'category', 'order', 'product_translation'];

type Api = (typeof APIS)[number];

/** What each type needs beside its field, with values that suit every field. */
const FILTERS: Readonly<Record<string, object>> = {
  equals: { value: null },
  equalsAny: { value: [null] },
  equalsAll: { value: [null] },
  contains: { value: 'a' },
  prefix: { value: 'a' },
  suffix: { value: 'a' },
  range: { parameters: { gte: null } },
  since: { value: 'P1D', parameters: { operator: 'gt' } },
  until: { value: 'P1D', parameters: { operator: 'gt' } },
};

const AGGREGATIONS: Readonly<Record<string, object>> = {
  avg: {},
  sum: {},
  max: {},
  min: {},
  stats: {},
  count: {},
  terms: {},
  histogram: { interval: 'day' },
  entity: { definition: 'product' },
  range: { ranges: [{ from: 1 }] },
};

/** A key of the criteria whose entries have a type and a field, what each type needs, and where a wrong field is marked. */
const FAMILIES = [
  { key: 'filter', types: FILTERS, wrongField: ['/type', '/field'] },
  // Where the type is marked it is wrong for the entity, with whatever field.
  { key: 'aggregations', types: AGGREGATIONS, wrongField: ['/field'] },
] as const;

const CASES = APIS.flatMap((api) => FAMILIES.map((family) => ({ api, ...family })));

function source(entity: string, api: Api, body: object): string {
  return `// @entity ${entity}\n// @api ${api}\n${JSON.stringify(body)}`;
}

/** Whole names that are offered at the cursor, and without their dot those behind which a path goes on. */
function offeredIn(text: string): { readonly whole: ReadonlySet<string>; readonly leading: ReadonlySet<string> } {
  const items = completionsAt(text).filter(({ kind }) => kind !== 'entity' && kind !== 'keyword');
  const leads = ({ insertText }: { insertText: string }): boolean => insertText.endsWith('.');
  return {
    whole: new Set(items.filter((item) => !leads(item)).map(({ label }) => label)),
    leading: new Set(items.filter(leads).map(({ label }) => label)),
  };
}

interface Asked {
  readonly entity: string;
  readonly api: Api;
  readonly key: string;
  /** Where in an entry a mark counts. */
  readonly at?: readonly string[];
  readonly around?: object;
}

/** Those of the names whose entries are not marked. */
function accepted(names: readonly string[], write: (name: string) => object, asked: Asked): readonly string[] {
  const { entity, api, key, at = ['', '/type', '/field'], around } = asked;
  const entries = names.map((name, index) => ({
    ...(key === 'aggregations' ? { name: `a${index}` } : {}),
    ...write(name),
  }));
  const { problems } = editor(source(entity, api, { ...around, [key]: entries })).analysis;
  const faults = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const marked = new Set(faults.map(({ pointer }) => pointer));
  return names.filter((_, index) => !at.some((end) => marked.has(`/${key}/${index}${end}`)));
}

function fieldsOf(entity: string): readonly string[] {
  const properties = [...(schema.entity(entity)?.properties.values() ?? [])];
  return properties.filter(({ kind }) => kind === 'field').map(({ name }) => name);
}

/** One field of each kind that the entities have: of a type, with its flags. */
function fieldsOfEachKind(): readonly (readonly [entity: string, field: string])[] {
  const kinds = new Map<string, readonly [string, string]>();
  for (const entity of ENTITIES) {
    for (const property of schema.entity(entity)?.properties.values() ?? []) {
      if (property.kind !== 'field') continue;
      const flags = Object.keys(property.flags).toSorted().join();
      kinds.set(`${property.type} ${flags}`, [entity, property.name]);
    }
  }
  return [...kinds.values()];
}

/** What only one of two lists has. */
function differing(some: Iterable<string>, others: Iterable<string>): readonly string[] {
  const [left, right] = [new Set(some), new Set(others)];
  return [...new Set([...left, ...right])].filter((name) => left.has(name) !== right.has(name));
}

describe.each(CASES)('$key on the $api API', ({ api, key, types, wrongField }) => {
  const write = (type: string, field: string): object => ({ type, field, ...types[type] });

  it('of each type: what is offered as its field is what the checker lets pass', () => {
    const wrong: string[] = [];
    const names = Object.keys(types);
    for (const [turn, entity] of ENTITIES.entries()) {
      // Each entity with one of the types, those that people search most with all.
      const chosen = FREQUENT.includes(entity) ? names : [names[turn % names.length] ?? ''];
      for (const type of chosen) {
        const { whole } = offeredIn(source(entity, api, { [key]: [{ name: 'a', ...write(type, '|') }] }));
        const fields = [...new Set([...fieldsOf(entity), ...whole])];
        const right = accepted(fields, (field) => write(type, field), { entity, api, key, at: wrongField });
        wrong.push(...differing(right, whole).map((field) => `${type} of ${entity}.${field}`));
      }
    }
    expect(wrong.filter((line) => !OTHERWISE.test(line))).toEqual([]);
  }, 60_000);

  it('of each kind of field: what is offered as the type is what the checker lets pass', () => {
    const wrong: string[] = [];
    const fields = fieldsOfEachKind();
    const names = Object.keys(types);
    for (const [entity, field] of fields) {
      const right = accepted(names, (type) => write(type, field), { entity, api, key });
      const { whole } = offeredIn(source(entity, api, { [key]: [{ name: 'a', type: '|', field }] }));
      const expected = right.length > 0 ? right : names;
      wrong.push(...differing(expected, whole).map((type) => `${type} of ${entity}.${field}`));
    }
    expect(wrong.filter((line) => !OTHERWISE.test(line))).toEqual([]);
    expect(fields.length).toBeGreaterThan(20);
  }, 60_000);
});

/** A type of field that no schema explains: it is not marked, and nothing makes it a date. */
const OTHERWISE = /^histogram of \w+\.remoteAddress$/;

describe.each(APIS)('a sorting by a count on the %s API', (api) => {
  const AROUND: readonly object[] = [
    {},
    { grouping: ['id'] },
    { limit: 1 },
    { filter: [{ type: 'equals', field: 'tags.id', value: null }] },
  ];
  const offered = (entity: string, around: object, sorting: object) =>
    offeredIn(source(entity, api, { ...around, sort: [sorting] }));
  const accepts = (entity: string, around: object, sorting: object): boolean =>
    accepted([''], () => sorting, { entity, api, key: 'sort', around }).length > 0;

  it.each(AROUND)('beside %j: what is offered is what the checker lets pass, or leads there', (around) => {
    const wrong: string[] = [];
    const check = (before: string, fields: readonly string[]): ReturnType<typeof offeredIn> => {
      const found = offered('customer', around, { field: `${before}|`, type: 'count' });
      const names = [...new Set([...fields, ...found.whole])];
      const right = names.filter((name) => accepts('customer', around, { field: before + name, type: 'count' }));
      wrong.push(...differing(right, found.whole).map((name) => before + name));
      return found;
    };
    const { leading } = check('', fieldsOf('customer'));
    for (const property of schema.entity('customer')?.properties.values() ?? []) {
      if (property.kind === 'field') continue;
      const below = check(`${property.name}.`, fieldsOf(property.entity).slice(0, 2));
      const leads = below.whole.size + below.leading.size > 0;
      if (leads !== leading.has(property.name)) wrong.push(`${property.name} leads: ${leads}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(AROUND)('beside %j: is offered as the type of a sorting by a field that goes with it', (around) => {
    for (const field of ['name', 'stock', 'manufacturer.name', 'manufacturer.media.tags.id', 'tags.name', 'media.id']) {
      if (!accepts('product', around, { field })) continue;
      const right = accepts('product', around, { field, type: 'count' });
      const words = offered('product', around, { field, type: '|' });
      const keys = completionsAt(source('product', api, { ...around, sort: [{ field, '|': 1 }] }));
      expect([field, words.whole.has('count')]).toEqual([field, right]);
      expect([field, keys.some(({ label }) => label === 'type')]).toEqual([field, right]);
    }
  });
});

it('a bound of a range is offered where the other bounds keep their meaning', () => {
  const bounds = (parameters: object) =>
    completionsAt(source('product', 'admin', { filter: [{ type: 'range', field: 'stock', parameters }] })).map(
      ({ label }) => label,
    );
  expect(bounds({ '|': 1 })).toEqual(['gte', 'gt', 'lt', 'lte']);
  expect(bounds({ gt: 1, '|': 1 })).toEqual(['lt', 'lte']);
  expect(bounds({ gte: 1, '|': 1 })).toEqual(['lt', 'lte']);
  expect(bounds({ lte: 1, '|': 1 })).toEqual(['gte', 'gt']);
});
