import { describe, expect, it } from 'vitest';
import { BUNDLED, type BundledLine } from '../../schema/bundled/index.ts';
import { completionsAt, editor } from '../testing/editor.ts';

const equals = (field: string): object => ({ type: 'equals', field, value: 'a' });
const negated = (field: string): object => ({ type: 'not', queries: [equals(field)] });

/** What stands around a path decides whether the shop can join for it. */
interface Place {
  readonly entity: string;
  /** The entity at which the path begins, where that is another one. */
  readonly begins?: string;
  readonly write: (path: string) => object;
}

const PLACES: Readonly<Record<string, Place>> = {
  alone: { entity: 'product', write: (path) => ({ filter: [equals(path)] }) },
  'in a negation': { entity: 'product', write: (path) => ({ filter: [negated(path)] }) },
  'in a short map': { entity: 'category', write: (path) => ({ filter: { [path]: 'a' } }) },
  'beside another condition': {
    entity: 'category',
    write: (path) => ({ filter: [equals('children.name'), equals(path)] }),
  },
  'in a group with another condition': {
    entity: 'category',
    write: (path) => ({ filter: [{ type: 'and', queries: [equals('children.name'), equals(path)] }] }),
  },
  'beside a post-filter': {
    entity: 'product',
    write: (path) => ({ 'post-filter': [equals(path)], filter: { 'children.name': 'a' } }),
  },
  'beside an aggregation': {
    entity: 'product',
    write: (path) => ({
      filter: [equals(path)],
      aggregations: [{ name: 'a', type: 'count', field: 'children.id' }],
    }),
  },
  'in a query': {
    entity: 'product',
    write: (path) => ({ query: [{ score: 1, query: negated(path) }] }),
  },
  'in a many-to-many association': {
    entity: 'category',
    begins: 'product',
    write: (path) => ({ associations: { products: { filter: [equals(path)] } } }),
  },
  'negated in a many-to-many association': {
    entity: 'category',
    begins: 'product',
    write: (path) => ({ associations: { products: { filter: [negated(path)] } } }),
  },
  'in a sorting of a many-to-many association': {
    entity: 'category',
    begins: 'product',
    write: (path) => ({ associations: { products: { limit: 5, sort: [{ field: path }] } } }),
  },
  'in a sorting of a one-to-many association': {
    entity: 'product',
    write: (path) => ({ associations: { children: { sort: [{ field: path }] } } }),
  },
  'on an entity without an id': {
    entity: 'product_translation',
    write: (path) => ({ filter: [equals(path)] }),
  },
  'on an entity without an id, of one row': {
    entity: 'product_translation',
    write: (path) => ({ limit: 1, sort: [{ field: path }] }),
  },
  'on an entity without an id, grouped': {
    entity: 'product_translation',
    write: (path) => ({ grouping: ['productId'], filter: [equals(path)] }),
  },
};

function source({ entity, write }: Place, path: string): string {
  return `// @entity ${entity}\n${JSON.stringify(write(path))}`;
}

/** Whether the checker marks a path where it stands first. */
function isMarked(place: Place, path: string, line: BundledLine): boolean {
  const text = source(place, path);
  const start = text.indexOf(JSON.stringify(path));
  const end = start + path.length + 2;
  const { problems } = editor(text, { line }).analysis;
  return problems.some(
    ({ severity, ...at }) => (severity === 'error' || severity === 'warning') && at.start < end && at.end > start,
  );
}

function fieldsAt(text: string, line: BundledLine): readonly string[] {
  const items = completionsAt(text, { line }).filter(({ kind }) => kind === 'field');
  return items.map(({ label }) => label);
}

/** Every field that can be named at all. */
function fieldsBelow(before: string, entity: string, line: BundledLine): readonly string[] {
  const write = (field: string): object => ({ aggregations: [{ name: 'a', type: 'count', field }] });
  return fieldsAt(source({ entity, write }, `${before}|`), line);
}

const BEFORE: Readonly<Record<string, readonly string[]>> = {
  product: ['', 'manufacturer.', 'children.', 'categories.', 'media.', 'tax.products.'],
  category: ['', 'children.', 'products.', 'parent.children.', 'media.'],
  product_translation: ['', 'product.', 'product.categories.', 'language.'],
};

describe.each(BUNDLED)('in Shopware $line', ({ line }) => {
  it.each(Object.entries(PLACES))('%s, a path is offered exactly where it can be joined', (_, place) => {
    const { entity, begins = entity } = place;
    const wrong: string[] = [];
    let count = 0;
    for (const before of BEFORE[begins] ?? []) {
      const offered = fieldsAt(source(place, `${before}|`), line);
      for (const field of new Set([...fieldsBelow(before, begins, line), ...offered])) {
        count++;
        const isRight = !isMarked(place, before + field, line);
        if (isRight !== offered.includes(field)) wrong.push(`${before}${field}: ${isRight ? 'not offered' : 'marked'}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(10);
  });
});
