import { expect, it } from 'vitest';
import { editor } from '../testing/editor.ts';
import { codeLenses } from './codeLens.ts';

function titles(source: string, options: Parameters<typeof editor>[1], fetchedAt?: string): string[] {
  const { analysis } = editor(source, options);
  const schema = { id: 'a', source: 'live' as const, ...(fetchedAt === undefined ? {} : { fetchedAt }) };
  return codeLenses(analysis, { shops: [], rules: {}, schema }).map(({ title }) => title);
}

it('says where it would run, and how old what it knows is', () => {
  const shop = { name: 'staging', production: false };
  expect(titles('{}', { world: { shop } }, '2026-03-01T10:00:00Z')).toEqual([
    '$(play) Run on staging',
    'product · schema 6.7, of 2026-03-01',
  ]);
  expect(titles('{}', { world: { shop: { name: 'shop', production: true } } })[0]).toContain('production');
  expect(titles('{}', { world: { schemaSource: 'bundled' } })).toEqual([
    '$(play) Run Criteria',
    'product · plain Shopware 6.7',
  ]);
});

it('shows no entity that the schema does not have', () => {
  expect(titles('{}', { uri: 'untitled:1' })).toEqual(['$(play) Run Criteria']);
  expect(titles('// @entity prodct\n{}', {})).toEqual(['$(play) Run Criteria']);
});
