import { describe, expect, it } from 'vitest';
import { bundledSchema } from './bundled/index.ts';
import { partOfProperty, propertyOfPart, readRoute } from './routePath.ts';

const schema = bundledSchema('6.7');

describe('a route', () => {
  it('ends at an entity', () => {
    expect(readRoute('/api/search/product-manufacturer', schema)?.entity).toBe('product_manufacturer');
    expect(readRoute('/api/search/category/{id}/children/{childId}/cms-page?x', schema)?.entity).toBe('cms_page');
    expect(readRoute('/api/search/product/{id}', schema)?.entity).toBeUndefined();
    expect(readRoute('/api/search/product/{id}/name', schema)?.entity).toBeUndefined();
    expect(readRoute('/api/product', schema)).toBeUndefined();
  });

  it('has its parts where they stand', () => {
    const path = '/api/search-ids/product/{id}/extensions/media/';
    const parts = readRoute(path, schema)?.parts ?? [];
    expect(parts.map(({ role, start, end }) => `${role} ${path.slice(start, end)}`)).toEqual([
      'entity product',
      'id {id}',
      'extensions extensions',
      'association media',
    ]);
  });

  it('writes every association so that it is read again', () => {
    for (const name of schema.entityNames) {
      for (const property of schema.entity(name)?.properties.keys() ?? []) {
        expect(propertyOfPart(partOfProperty(property))).toBe(property);
      }
    }
  });
});
