import type { ApiName } from '../../protocol.ts';

/** A request header that people may name. */
export interface Header {
  readonly name: string;
  readonly doc: string;
  /** Those that are no ids. */
  readonly values?: readonly string[];
  /** Where only one API reads it. */
  readonly api?: ApiName;
}

/** Headers that change what a search answers (reference, section 10). */
export const HEADERS: readonly Header[] = [
  { name: 'sw-language-id', doc: 'The language of translated fields, by its id.' },
  { name: 'sw-currency-id', doc: 'The currency of prices, by its id.' },
  { name: 'sw-version-id', doc: 'The version of versioned entities, by its id.' },
  { name: 'sw-inheritance', doc: '`1`: variants inherit empty fields of their parent.', values: ['1'] },
  { name: 'sw-include-search-info', doc: '`0`: rows without `extensions.search`.', values: ['0', '1'] },
  { name: 'sw-context-token', doc: 'Store API: the context of a customer.', api: 'store' },
  {
    name: 'sw-include-seo-urls',
    doc: 'Store API: the SEO URLs are returned with the rows.',
    values: ['1'],
    api: 'store',
  },
  {
    name: 'sw-expect-packages',
    doc: 'Packages that the shop must have, such as `shopware/core:~6.7`; otherwise it answers 417.',
    api: 'admin',
  },
];
