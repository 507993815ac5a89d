import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('entity-without-id');

describe('entity-without-id', () => {
  it('term', () => {
    expect(
      editor(`// @entity product_translation
{ "term": «"desk"» }`),
    ).toMatchInlineSnapshot(`
  "error: "term" makes the shop group by the id, and product_translation has none: the database refuses it.
    entity-without-id at /term, 500 1054"
`);
  });

  it('a to-many path', () => {
    expect(
      editor(`// @entity product_translation
{ "filter": [{ "type": "equals", "field": "«product.media.position»", "value": 1 }] }`),
    ).toMatchInlineSnapshot(`
  "error: A path through a to-many association ("product.media.position") makes the shop group by the id, and product_translation has none: the database refuses it.
    entity-without-id at /filter/0/field, 500 1054"
`);
  });

  it('buckets', () => {
    expect(
      editor(`// @entity product_translation
{ "aggregations": [{ "name": "n", "type": «"terms"», "field": "name" }] }`),
    ).toMatchInlineSnapshot(`
  "error: The buckets of a terms aggregation count ids, and product_translation has none: the shop refuses it.
    entity-without-id at /aggregations/0/type, 400 FRAMEWORK__UNMAPPED_FIELD"
`);
  });

  it('a limit of 1 does not group', () => {
    expect(
      editor(`// @entity product_translation
{ "limit": 1, "filter": [{ "type": "equals", "field": "product.media.position", "value": 1 }] }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
