/** Request headers that search routes read (reference, section 10), in lower case. */
export const SEARCH_HEADERS = [
  'sw-language-id',
  'sw-currency-id',
  'sw-version-id',
  'sw-inheritance',
  'sw-include-seo-urls',
  'sw-include-search-info',
  'sw-expect-packages',
  'sw-app-integration-id',
  'sw-app-user-id',
  'sw-context-token',
  'sw-access-key',
  'sw-measurement-weight-unit',
  'sw-measurement-length-unit',
] as const;

/** Headers that only writing reads. */
export const WRITE_HEADERS = [
  'sw-skip-trigger-flow',
  'sw-force-cache-invalidate',
  'indexing-behavior',
  'indexing-skip',
  'indexing-only',
] as const;
