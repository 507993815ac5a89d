import { t } from '@vscode/l10n';
import type { Rule } from '../rule.ts';
import { sayingMembers, withoutEffect } from '../withoutEffect.ts';

const WITHOUT_EFFECT = ['filter', 'post-filter', 'sort', 'limit', 'page'];

/** Filtering, sorting and paging of what is only one row (reference, section 2.6). */
export const rule: Rule = {
  meta: {
    code: 'to-one-criteria',
    severity: 'warning',
    description: 'A filter, sorting or limit in an association to one row, where it has no effect.',
  },
  create: (context) => ({
    object: (node) => {
      const { association } = node;
      if (!association || association.toMany) return;
      for (const child of sayingMembers(node, WITHOUT_EFFECT)) {
        context.report(
          withoutEffect(
            child,
            t(
              '"{0}" is one row or none: "{1}" has no effect here, and does not restrict the {2} either.',
              association.name,
              child.name ?? '',
              node.parent?.entity ?? '',
            ),
            context,
          ),
        );
      }
    },
  }),
};
