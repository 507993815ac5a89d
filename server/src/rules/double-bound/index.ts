import { t } from '@vscode/l10n';
import { memberOf } from '../conditions.ts';
import { atKey, becauseOf } from '../findings.ts';
import type { Rule } from '../rule.ts';
import { withoutEffect } from '../withoutEffect.ts';

const PAIRS = [
  ['gt', 'gte'],
  ['lt', 'lte'],
] as const;

/** `gt` beside `gte`, `lt` beside `lte`: the shop takes the first (reference, section 3). */
export const rule: Rule = {
  meta: { code: 'double-bound', severity: 'warning', description: 'Two bounds of a range on the same side.' },
  create: (context) => ({
    object: (node) => {
      if (node.expected.is !== 'object' || node.expected.shape !== 'rangeParameters') return;
      for (const [strict, loose] of PAIRS) {
        const ignored = memberOf(node, loose);
        const taken = memberOf(node, strict);
        if (!ignored || !taken) continue;
        const message = t('Next to "{0}" the shop ignores "{1}".', strict, loose);
        context.report({ ...withoutEffect(ignored, message, context), ...becauseOf(atKey(taken), strict) });
      }
    },
  }),
};
