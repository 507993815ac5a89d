import type { PageName } from './types.ts';

const GUIDES = 'https://developer.shopware.com/docs/guides/integrations-api';

/** Where the official documentation speaks about it. */
export const PAGES: Readonly<Record<PageName, string>> = {
  searchCriteria: `${GUIDES}/general-concepts/search-criteria.html`,
  partialData: `${GUIDES}/general-concepts/partial-data-loading.html`,
  headers: `${GUIDES}/general-concepts/request-headers.html`,
};
