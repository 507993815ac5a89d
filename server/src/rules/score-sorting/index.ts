import { t } from '@vscode/l10n';
import { memberOf } from '../conditions.ts';
import { removeEntry } from '../edits.ts';
import { atPart } from '../findings.ts';
import type { Rule } from '../rule.ts';

/** `_score` without anything that scores (reference, section 2.4). */
export const rule: Rule = {
  meta: {
    code: 'score-sorting',
    severity: 'warning',
    description: 'Sorting by "_score" without "term" or "query".',
  },
  create: ({ document, report }) => ({
    paths: (site) => {
      const { criteria, parent } = site.node;
      if (site.use !== 'sort' || site.path.text !== '_score') return;
      if (memberOf(criteria, 'term') || memberOf(criteria, 'query')) return;
      report({
        message: t('There is no score without "term" or "query": the shop ignores this sorting.'),
        ...atPart(site, 0, site.path.text.length),
        tag: 'unnecessary',
        fixes: () =>
          parent?.expected.is === 'object' && parent.expected.shape === 'sorting'
            ? [{ title: t('Remove the sorting'), edits: removeEntry(document.syntax.text, parent), preferred: true }]
            : [],
      });
    },
  }),
};
