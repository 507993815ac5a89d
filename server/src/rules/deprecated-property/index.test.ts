import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('deprecated-property');

describe('deprecated-property', () => {
  it('a field', () => {
    expect(editor('{ "sort": "«displayParent»" }', { shopware: '6.4.20' })).toMatchInlineSnapshot(`
      "hint: "displayParent" of product is deprecated and will be removed in Shopware 6.5.0.
        deprecated-property at /sort"
    `);
  });

  it('with what stands for it', () => {
    const situation = { entity: 'state_machine_history', shopware: '6.5.8' };
    expect(editor('{ "sort": "«entityId»" }', situation)).toMatchInlineSnapshot(`
      "hint: "entityId" of state_machine_history is deprecated and will be removed in Shopware 6.6.0. Use the dedicated properties 'referencedId' and 'referencedVersionId'.
        deprecated-property at /sort"
    `);
  });

  it('an association', () => {
    const situation = { entity: 'rule', shopware: '6.4.20' };
    expect(editor('{ "associations": { «"eventActions"»: {} } }', situation)).toMatchInlineSnapshot(`
      "hint: "eventActions" of rule is deprecated and will be removed in Shopware 6.5.0.
        deprecated-property at /associations/eventActions"
    `);
  });

  it('is fine where the schema does not say so', () => {
    expect(editor('{ "sort": "displayGroup" }')).toMatchInlineSnapshot(`"no problem"`);
  });
});
