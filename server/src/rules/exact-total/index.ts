import { t } from '@vscode/l10n';
import { memberOf } from '../conditions.ts';
import { replaceJson } from '../edits.ts';
import { atKey, atNode, becauseOf } from '../findings.ts';
import type { Rule } from '../rule.ts';

/**
 * Counting all rows is a query of its own; for "is there a next page" the mode next-pages is enough (reference, section
 * 2.1). Without pages, the total itself is what is asked for.
 */
export const rule: Rule = {
  meta: { code: 'exact-total', severity: 'hint', description: 'An exact total together with paging.' },
  create: ({ document, report }) => ({
    document: () => {
      const { root } = document;
      if (!root || memberOf(root, 'ids')) return;
      const page = memberOf(root, 'page');
      const mode = memberOf(root, 'total-count-mode');
      const limit = Number(memberOf(root, 'limit')?.json.value);
      const other = OTHERS.find(({ exact }) => exact === mode?.json.value);
      if (!page || !mode || !other || !(limit > 1)) return;
      report({
        message: t(
          'The exact total counts all rows that match in a query of its own. To tell whether more pages follow, {0} is enough: it looks at most five pages ahead.',
          JSON.stringify(other.nextPages),
        ),
        ...atNode(mode),
        ...becauseOf(atKey(page), 'page'),
        fixes: () => [
          {
            title: t('Change to {0}', JSON.stringify(other.nextPages)),
            edits: [replaceJson(mode.json, other.nextPages)],
          },
        ],
      });
    },
  }),
};

/** In the author's way of writing. */
const OTHERS: readonly { readonly exact: unknown; readonly nextPages: string | number }[] = [
  { exact: 1, nextPages: 2 },
  { exact: '1', nextPages: '2' },
  { exact: 'exact', nextPages: 'next-pages' },
];
