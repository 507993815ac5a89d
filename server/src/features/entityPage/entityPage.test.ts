import { describe, expect, it } from 'vitest';
import { bundledSchema } from '../../schema/bundled/index.ts';
import { withCustomFields } from '../../schema/customFields.ts';
import { customField } from '../../testing/customField.ts';
import { pageUri, readPageUri } from './address.ts';
import { entityPage } from './entityPage.ts';

const schema = bundledSchema('6.7');
const link = (entity: string) => pageUri({ schemaId: 'bundled:6.7', entity });

function lines(entity: string): readonly string[] {
  return entityPage(entity, schema, link)?.text.split('\n') ?? [];
}

describe('the page of an entity', () => {
  it('tells what each property is, in plain words', () => {
    expect(lines('product')).toContain('- `id` — uuid. Primary key. Required when it is written.');
    expect(lines('product')).toContain('- `stock` — int. Required when it is written.');
    expect(lines('product')).toContainEqual(
      expect.stringMatching(/^- `manufacturer` — many to one · \[product_manufacturer\] by `manufacturerId` = `id`\./),
    );
    expect(lines('product')).toContainEqual(
      expect.stringMatching(/^- `categories` — many to many · \[category\] through `product_category`\./),
    );
  });

  it('links to the pages of other entities, each once', () => {
    const links = lines('product').filter((line) => line.startsWith('[product_manufacturer]: '));
    expect(links).toEqual(['[product_manufacturer]: swcriteria-entity:/bundled%3A6.7/product_manufacturer.md']);
  });

  it('says what cannot be searched', () => {
    expect(lines('product_category')[2]).toMatch(/^Only connects two entities/);
  });

  it('knows the line of every property of every entity', () => {
    for (const name of schema.entityNames) {
      const page = entityPage(name, schema, link);
      const text = page?.text.split('\n') ?? [];
      for (const property of schema.entity(name)?.properties.keys() ?? []) {
        expect(text[page?.lineOf(property) ?? -1]).toMatch(new RegExp(`^- \`${property}\` — `));
      }
    }
  });

  it('lists the custom fields of the shop', () => {
    const known = withCustomFields(schema, [customField('colour', { labels: { 'en-GB': 'Colour' } })]);
    const text = entityPage('product', known, link)?.text ?? '';
    expect(text).toContain('## Custom fields\n\n- `customFields.colour` — text. Colour (en-GB)\n');
    expect(lines('product')).not.toContain('## Custom fields');
  });

  it('is not there for what the schema does not have', () => {
    expect(entityPage('nothing', schema, link)).toBeUndefined();
    expect(entityPage('product', schema, link)?.lineOf('nothing')).toBe(0);
  });
});

describe('the address of a page', () => {
  it.each(['bundled:6.7', 'a/b c%', 'sha256-0f/3a=='])('keeps the schema id %s', (schemaId) => {
    const uri = pageUri({ schemaId, entity: 'product' });
    expect(readPageUri(uri)).toEqual({ schemaId, entity: 'product' });
  });

  it('is read in any escaping', () => {
    expect(readPageUri('swcriteria-entity:/bundled:6.7/product.md')).toEqual({
      schemaId: 'bundled:6.7',
      entity: 'product',
    });
  });

  it.each(['file:///product.md', 'swcriteria-entity:/product.md', 'swcriteria-entity:/%', ''])('%s is none', (uri) => {
    expect(readPageUri(uri)).toBeUndefined();
  });
});
