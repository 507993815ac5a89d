import { t } from '@vscode/l10n';
import { pathRule } from '../pathRule.ts';

/** A property that only the Store API's answers hold. */
export const rule = pathRule(
  {
    code: 'store-only-field',
    severity: 'error',
    description: 'A property that exists only in answers of the Store API.',
  },
  'store-only',
  ({ segment }) => ({
    message: t(
      '"{0}" of {1} exists only in answers of the Store API: it has no column to search by.',
      segment.text,
      segment.entity ?? '',
    ),
  }),
);
