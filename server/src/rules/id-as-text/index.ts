import { t } from '@vscode/l10n';
import { BYTE_TYPES } from '../../criteria/grammar/filters.ts';
import { memberOf } from '../conditions.ts';
import { changeTo } from '../edits.ts';
import { atNode } from '../findings.ts';
import type { Rule } from '../rule.ts';

/** Ids are converted for some filters only (reference, section 3). */
export const rule: Rule = {
  meta: {
    code: 'id-as-text',
    severity: 'warning',
    description: 'An id that is compared as a string or range, and so as raw bytes.',
  },
  create: (context) => ({
    filter: (node) => {
      if (!BYTE_TYPES.includes(node.type ?? '')) return;
      const type = memberOf(node, 'type');
      const field = memberOf(node, 'field');
      const path = field && context.path(field);
      if (!type || !path || path.refused || path.rest.length > 0) return;
      if (path.target?.kind !== 'field' || path.target.type !== 'uuid') return;
      const isId = /^[0-9a-f]{32}$/i.test(String(memberOf(node, 'value')?.json.value));
      context.report({
        message: t(
          '"{0}" is an id, stored as bytes: "{1}" finds nothing or arbitrary rows. Use "equals" or "equalsAny" with whole ids.',
          path.text,
          node.type ?? '',
        ),
        ...atNode(type),
        fixes: () => (isId ? [changeTo(type.json, 'equals', true)] : []),
      });
    },
  }),
};
