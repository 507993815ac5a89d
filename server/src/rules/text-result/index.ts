import { memberOf } from '../conditions.ts';
import { atNode } from '../findings.ts';
import type { Rule } from '../rule.ts';

const AS_TEXT: Readonly<Record<string, string>> = {
  max: 'The result',
  min: 'The result',
  stats: '"min" and "max" of the result',
};

/** `max`, `min` and `stats` answer numbers as texts (reference, section 4). */
export const rule: Rule = {
  meta: { code: 'text-result', severity: 'hint', description: 'An aggregation that answers numbers as texts.' },
  create: (context) => ({
    variant: (node) => {
      const what = AS_TEXT[node.type ?? ''];
      if (what === undefined) return;
      const field = memberOf(node, 'field');
      const type = memberOf(node, 'type');
      const path = field && context.path(field);
      if (!type || path?.refused || path?.target?.kind !== 'field') return;
      if (path.rest.length > 0 || !['int', 'float'].includes(path.target.type)) return;
      context.report({
        message: `${what} comes as a text such as "282.4900", and as null over no rows: convert it before you calculate.`,
        ...atNode(type),
      });
    },
  }),
};
