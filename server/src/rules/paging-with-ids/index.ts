import { t } from '@vscode/l10n';
import { memberOf } from '../conditions.ts';
import { atKey, becauseOf } from '../findings.ts';
import type { Rule } from '../rule.ts';
import { sayingMembers, withoutEffect } from '../withoutEffect.ts';

/** `limit` and `page` next to `ids` (reference, section 2.1). */
export const rule: Rule = {
  meta: {
    code: 'paging-with-ids',
    severity: 'warning',
    description: '"limit" or "page" next to "ids", where they are ignored.',
  },
  create: (context) => ({
    object: (node) => {
      if (node.criteria !== node) return;
      const ids = memberOf(node, 'ids');
      if (!ids || ids.json.type === 'null') return;
      for (const child of sayingMembers(node, ['limit', 'page'])) {
        const message = t('With "ids" the shop ignores "{0}": all of these rows are returned.', child.name ?? '');
        context.report({ ...withoutEffect(child, message, context), ...becauseOf(atKey(ids), 'ids') });
      }
    },
  }),
};
