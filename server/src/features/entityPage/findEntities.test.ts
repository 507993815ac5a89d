import { describe, expect, it } from 'vitest';
import { bundledSchema } from '../../schema/bundled/index.ts';
import { findEntities } from './findEntities.ts';

const schema = bundledSchema('6.7');

describe('finding entities', () => {
  it('takes letters in their order', () => {
    expect(findEntities(schema, 'prodmanu')).toEqual(['product_manufacturer', 'product_manufacturer_translation']);
    expect(findEntities(schema, 'Tax Rule Type')).toContain('tax_rule_type');
    expect(findEntities(schema, 'xtcudorp')).toEqual([]);
  });

  it('takes all where nothing is asked for, but no more than a list can hold', () => {
    expect(findEntities(schema, '')).toHaveLength(Math.min(200, schema.entityNames.length));
  });
});
