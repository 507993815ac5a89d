import { pathRule } from '../pathRule.ts';

/** A property that only the Store API's answers hold. */
export const rule = pathRule(
  {
    code: 'store-only-field',
    severity: 'error',
    description: 'A property that only the answers of the Store API hold.',
  },
  'store-only',
  ({ segment }) => ({
    message: `"${segment.text}" of ${segment.entity} is only there in answers of the Store API: it has no column to search by.`,
  }),
);
