import { describe, expect, it } from 'vitest';
import { type EditorOptions, editor } from '../testing/editor.ts';
import { semanticTokens } from './semanticTokens.ts';

function coloured(source: string, options?: EditorOptions): readonly string[] {
  const { text, analysis } = editor(source, options);
  return semanticTokens(analysis).map(
    ({ start, end, type, deprecated }) => `${text.slice(start, end)}: ${type}${deprecated ? ', deprecated' : ''}`,
  );
}

describe('semantic tokens', () => {
  it('tell associations from fields in a path, and a prefix from both', () => {
    expect(coloured('{"sort": [{"field": "product.manufacturer.name", "order": "DESC"}]}')).toEqual([
      'product: alias',
      'manufacturer: association',
      'name: field',
      'DESC: operator',
    ]);
  });

  it('colour types, and what combines and compares', () => {
    const filter = `{"type": "not", "operator": "or", "queries": [
      {"type": "range", "field": "stock", "parameters": {"gte": 5}}
    ]}`;
    expect(coloured(`{"filter": [${filter}]}`)).toEqual([
      'not: type',
      'or: operator',
      'range: type',
      'stock: field',
      'gte: operator',
    ]);
  });

  it('colour associations that are loaded, and aliases with their properties', () => {
    expect(coloured('{"associations": {"cover": {}}, "includes": {"product": ["cover", "name"], "x": ["y"]}}')).toEqual(
      ['cover: association', 'product: alias', 'cover: association', 'name: field', 'x: alias'],
    );
  });

  it('colour directives', () => {
    expect(coloured('// @entity product\n// @api store\n{}')).toEqual([
      '@entity: directive',
      'product: alias',
      '@api: directive',
    ]);
  });

  it('strike deprecated properties through', () => {
    expect(coloured('{"sort": "mainVariantId"}', { line: '6.4' })).toEqual(['mainVariantId: field, deprecated']);
    expect(coloured('{"sort": "mainVariantId"}')).toEqual([]);
  });

  it('leave unknown names and half-typed texts alone', () => {
    expect(coloured('{"sort": "nothing,name"}')).toEqual(['name: field']);
    expect(coloured('{"filter": [{"type": "')).toEqual([]);
  });
});
