import { t } from '@vscode/l10n';
import { memberOf } from '../conditions.ts';
import { atNode } from '../findings.ts';
import type { Rule } from '../rule.ts';

/** `max`, `min` and `stats` answer numbers as texts (reference, section 4). */
export const rule: Rule = {
  meta: { code: 'text-result', severity: 'hint', description: 'An aggregation that returns numbers as strings.' },
  create: (context) => ({
    aggregation: (node) => {
      const message = messageFor(node.type);
      if (message === undefined) return;
      const field = memberOf(node, 'field');
      const type = memberOf(node, 'type');
      const path = field && context.path(field);
      if (!type || path?.refused || path?.target?.kind !== 'field') return;
      if (path.rest.length > 0 || !['int', 'float'].includes(path.target.type)) return;
      context.report({
        message,
        ...atNode(type),
      });
    },
  }),
};

function messageFor(type: string | undefined): string | undefined {
  switch (type) {
    case 'max':
    case 'min':
      return t(
        'The result is a string such as "282.4900", or null where there are no rows: convert it before you calculate.',
      );
    case 'stats':
      return t(
        '"min" and "max" of the result are strings such as "282.4900", or null where there are no rows: convert them before you calculate.',
      );
    default:
      return undefined;
  }
}
