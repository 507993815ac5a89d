import { describe, expect, it } from 'vitest';
import type { EntitySummary, PropertySummary } from '../../../server/src/protocol.ts';
import { propertyDescription, propertyIcon, propertyTooltip } from './labels.ts';
import {
  type EntityNode,
  fieldPathOf,
  filterEntities,
  idOf,
  type PropertyNode,
  rootEntityOf,
  sortProperties,
} from './nodes.ts';

const schema = { id: 'bundled:6.7', source: 'bundled' } as const;

const entity = (name: string): EntitySummary => ({ name, kind: 'entity', properties: 3, associations: 1 });

const property = (part: Partial<PropertySummary>): PropertySummary => ({
  name: 'name',
  kind: 'field',
  type: 'string',
  toMany: false,
  primaryKey: false,
  required: false,
  translated: false,
  runtime: false,
  inherited: false,
  deprecated: false,
  extension: false,
  apis: ['admin', 'store'],
  description: '',
  ...part,
});

const shop = {
  kind: 'shop',
  entry: { key: 'user:a', name: 'a', from: 'user', definition: { url: 'https://a.example' }, folder: '/' },
} as const;
const product: EntityNode = { kind: 'entity', parent: shop, schema, entity: entity('product') };
const below = (parent: EntityNode | PropertyNode, name: string): PropertyNode => ({
  kind: 'property',
  parent,
  schema,
  property: property({ name }),
});

describe('a node of the tree', () => {
  const url = below(below(below(product, 'manufacturer'), 'media'), 'url');

  it('knows its field path from the entity on', () => {
    expect(fieldPathOf(url)).toBe('manufacturer.media.url');
    expect(rootEntityOf(url)).toBe('product');
  });

  it('is told from the same property elsewhere', () => {
    expect(idOf(url)).not.toBe(idOf(below(below(product, 'media'), 'url')));
  });
});

describe('the filter', () => {
  const entities = ['order', 'order_line_item', 'product', 'product_review', 'product_manufacturer'].map(entity);
  it.each([
    ['order', ['order', 'order_line_item']],
    ['line-item', ['order_line_item']],
    ['review prod', ['product_review']],
    ['', ['order', 'order_line_item', 'product', 'product_manufacturer', 'product_review']],
    ['xyz', []],
  ])('%s', (filter, names) => {
    expect(filterEntities(entities, filter).map(({ name }) => name)).toEqual(names);
  });
});

describe('sortProperties', () => {
  it('puts the key first and associations last', () => {
    const some = [
      property({ name: 'media', kind: 'association' }),
      property({ name: 'name' }),
      property({ name: 'id', primaryKey: true }),
      property({ name: 'active' }),
    ];
    expect(sortProperties(some).map(({ name }) => name)).toEqual(['id', 'active', 'name', 'media']);
  });
});

describe('labels', () => {
  it('say where an association leads', () => {
    const media = property({ kind: 'association', type: 'one_to_many', entity: 'product_media', toMany: true });
    expect(propertyDescription(media)).toBe('1:n → product_media');
    expect(propertyIcon(media)).toBe('references');
  });

  it('say what a field is and what to look out for', () => {
    expect(propertyDescription(property({ type: 'int' }))).toBe('int');
    expect(propertyDescription(property({ apis: ['admin'], runtime: true }))).toBe('string · runtime · Admin API only');
    expect(propertyIcon(property({ type: 'something new' }))).toBe('symbol-field');
  });

  it('explain in a tooltip', () => {
    const text = propertyTooltip(property({ description: 'Translated.' }), 'manufacturer.name');
    expect(text).toBe('**manufacturer.name** — `string` field\n\nTranslated.');
    const media = property({ kind: 'association', type: 'many_to_one', entity: 'media' });
    expect(propertyTooltip(media, 'product.cover')).toBe('**product.cover** — many to one association to `media`');
  });
});
