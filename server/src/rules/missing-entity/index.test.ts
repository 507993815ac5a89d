import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('missing-entity');

describe('missing-entity', () => {
  it('is mended behind a byte order mark, with the line ends of the text', () => {
    expect(editor('\ufeff«{»}\r\n', { entity: '' })).toContain('\ufeff// @entity product\r\n{}');
  });

  it('no directive, no file name', () => {
    expect(editor('«{»}', { entity: '' })).toMatchInlineSnapshot(`
      "information: Which entity is searched? Name it in the first line (// @entity product) or in the file name (product.swcriteria.json).
        missing-entity at 
        Add // @entity product → // @entity product
      {}
        Add // @entity category → // @entity category
      {}
        Add // @entity order → // @entity order
      {}
        Add // @entity customer → // @entity customer
      {}
        Add // @entity product_manufacturer → // @entity product_manufacturer
      {}
        Add // @entity media → // @entity media
      {}"
    `);
  });

  it('another part of the file name is one', () => {
    expect(editor('«{»}', { entity: '', uri: 'file:///a/product.new.swcriteria.json' })).toMatchInlineSnapshot(`
      "information: Which entity is searched? Name it in the first line (// @entity product) or in the file name (product.swcriteria.json).
        missing-entity at 
        Add // @entity product → // @entity product
      {}
        Add // @entity category → // @entity category
      {}
        Add // @entity order → // @entity order
      {}
        Add // @entity customer → // @entity customer
      {}
        Add // @entity product_manufacturer → // @entity product_manufacturer
      {}
        Add // @entity media → // @entity media
      {}"
    `);
  });

  it('leaves a directive that is misspelt to its own rule', () => {
    expect(editorFor('unknown-directive')('// «@entty» product\n{}', { entity: '' })).not.toContain('missing-entity');
    expect(editor('// @path «/nothing»\n{}', { entity: '' })).toContain('missing-entity');
  });

  it('the file name tells', () => {
    expect(editor('{}', { entity: '', uri: 'file:///a/new.product.swcriteria.json' })).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('a path that does not tell is named', () => {
    expect(editor('// @api store\n// @path «/store-api/cms/home»\n{ "limit": 1 }', { entity: '' })).toContain(
      '/store-api/cms/home',
    );
  });
});
