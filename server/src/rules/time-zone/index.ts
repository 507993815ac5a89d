import { t } from '@vscode/l10n';
import { memberOf } from '../conditions.ts';
import { isFaulty } from '../innerFault.ts';
import type { Rule } from '../rule.ts';
import { withoutEffect } from '../withoutEffect.ts';

/** `timeZone` is checked and then unused (reference, section 4). */
export const rule: Rule = {
  meta: {
    code: 'time-zone',
    severity: 'information',
    description: '"timeZone" of a histogram, which has no effect unless the shop switches it on.',
  },
  create: (context) => ({
    aggregation: (node) => {
      const zone = node.type === 'histogram' ? memberOf(node, 'timeZone') : undefined;
      if (zone?.json.type !== 'string' || zone.json.value === 'UTC') return;
      if (isFaulty(node, ['timeZone'], context)) return;
      context.report(
        withoutEffect(
          zone,
          t(
            'The buckets are cut in UTC: "timeZone" has no effect unless the shop sets SHOPWARE_DBAL_TIMEZONE_SUPPORT_ENABLED.',
          ),
          context,
        ),
      );
    },
  }),
};
