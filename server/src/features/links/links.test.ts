import { describe, expect, it } from 'vitest';
import { editor } from '../testing/editor.ts';
import { links } from './links.ts';

function linked(source: string): readonly string[] {
  const { text, analysis } = editor(source);
  return links(analysis).map(({ start, end, to }) => `${text.slice(start, end)} → ${Object.values(to).join()}`);
}

describe('links', () => {
  it('lead from directives to the entity, the page of a rule and the page about headers', () => {
    const source = [
      '// @entity product-media',
      '// @header sw-language-id: 2fbb5fe2e29a4d70aa5854ce7ce3e20b',
      '// @disable unknown-field "an app brings it"',
      '// @disable no-such-rule',
      '{}',
    ];
    expect(linked(source.join('\n'))).toEqual([
      'product-media → product_media',
      'sw-language-id → https://developer.shopware.com/docs/guides/integrations-api/general-concepts/request-headers.html',
      'unknown-field → unknown-field',
    ]);
  });

  it('lead from each step of a route to the entity that it reaches', () => {
    expect(linked('// @path /api/search/product/{id}/media/{mediaId}/media\n{}')).toEqual([
      'product → product',
      'media → product_media',
      'media → media',
    ]);
    expect(linked('// @path /store-api/product/{productId}/reviews\n{}')).toEqual([
      '/store-api/product/{productId}/reviews → product_review',
    ]);
  });

  it('lead from entities in the body to their pages, from properties nowhere', () => {
    expect(linked('{"includes": {"tax": ["id"], "line_item": ["id"]}, "filter": {"product.name": "x"}}')).toEqual([
      'tax → tax',
      'product → product',
    ]);
  });
});
