import { describe, expect, it } from 'vitest';
import { rememberedHead } from './messages.ts';

const head = {
  document: 'file:///work/x.product.swcriteria.json',
  file: 'x.product.swcriteria.json',
  shop: 'staging',
  production: false,
  api: 'admin',
};

describe('what a page remembers of its last run', () => {
  it('is found beside what else it remembers', () => {
    expect(rememberedHead({ tab: 2, allColumns: true, widths: {}, head: { ...head, kind: 'answer' } })).toEqual(head);
  });

  it.each([
    [undefined],
    [{ tab: 0, allColumns: false, widths: {} }],
    [{ head: { ...head, document: 5 } }],
    [{ head: { ...head, api: 'other' } }],
  ])('is nothing in %j', (state) => {
    expect(rememberedHead(state)).toBeNull();
  });
});
