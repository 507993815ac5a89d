import { t } from '@vscode/l10n';
import { atKey, becauseOf } from '../findings.ts';
import type { Rule } from '../rule.ts';
import { sayingMembers } from '../withoutEffect.ts';

/** Both score, and the scores are added (reference, section 2.3). */
export const rule: Rule = {
  meta: { code: 'term-with-query', severity: 'information', description: '"term" and "query" in one criteria.' },
  create: ({ report }) => ({
    object: (node) => {
      if (node.criteria !== node) return;
      const [term] = sayingMembers(node, ['term']);
      const [query] = sayingMembers(node, ['query']);
      if (!term || query?.json.type !== 'array') return;
      report({
        message: t(
          'The scores of "term" and "query" are added, and a row is found when either matches it. Usually only one of them is intended.',
        ),
        ...atKey(query),
        ...becauseOf(atKey(term), 'term'),
      });
    },
  }),
};
