import { t } from '@vscode/l10n';
import { removeEntry } from '../edits.ts';
import { atKey, becauseOf } from '../findings.ts';
import { isFaulty } from '../innerFault.ts';
import { hasInverse } from '../many-to-many-criteria/index.ts';
import type { Rule } from '../rule.ts';
import { sayingMembers, withoutEffect } from '../withoutEffect.ts';

/** Over a many-to-many association the shop counts rows of the mapping table (reference, section 2.6). */
export const rule: Rule = {
  meta: {
    code: 'many-to-many-paging',
    severity: 'warning',
    description: '"limit" with a filter or sorting, or "page", in a many-to-many association.',
  },
  create: (context) => ({
    object: (node) => {
      const { association } = node;
      if (association?.relation !== 'many_to_many' || !hasInverse(association, context)) return;
      const { name } = association;
      for (const child of sayingMembers(node, ['page'])) {
        context.report(
          withoutEffect(
            child,
            t('"page" has no effect in "{0}": there are no pages in a many-to-many association.', name),
            context,
          ),
        );
      }
      const [shaping] = sayingMembers(node, ['filter', 'post-filter', 'sort', 'term', 'query']);
      if (!shaping || isFaulty(node, ['limit'], context)) return;
      for (const child of sayingMembers(node, ['limit'])) {
        context.report({
          message: t(
            'The shop cuts "{0}" to {1} before it applies "{2}", in no defined order: it may find nothing although there is something. Search {3} with a filter instead, or leave the limit out.',
            name,
            String(child.json.value),
            shaping.name ?? '',
            association.entity,
          ),
          ...atKey(child),
          ...becauseOf(atKey(shaping), shaping.name ?? ''),
          fixes: () => [
            {
              title: t('Remove "{0}"', 'limit'),
              edits: removeEntry(context.document.syntax.text, child),
              preferred: true,
            },
          ],
        });
      }
    },
  }),
};
