import { removeEntry } from '../edits.ts';
import { atKey } from '../findings.ts';
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
            `"page" has no effect in "${name}": there are no pages in a many-to-many association.`,
            context,
          ),
        );
      }
      const [shaping] = sayingMembers(node, ['filter', 'post-filter', 'sort', 'term', 'query']);
      for (const child of shaping ? sayingMembers(node, ['limit']) : []) {
        context.report({
          message: `The shop cuts "${name}" to ${child.json.value} before it applies "${shaping?.name}", in no defined order: it may find nothing although there is something. Search ${association.entity} with a filter instead, or leave the limit out.`,
          ...atKey(child),
          fixes: () => [
            { title: 'Remove "limit"', edits: removeEntry(context.document.syntax.text, child), preferred: true },
          ],
        });
      }
    },
  }),
};
