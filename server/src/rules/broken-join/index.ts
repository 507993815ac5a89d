import { t } from '@vscode/l10n';
import { pathRule } from '../pathRule.ts';

/** Associations whose join the shop itself builds wrongly. */
export const rule = pathRule(
  { code: 'broken-join', severity: 'error', description: 'An association that the shop cannot join in this version.' },
  'broken-join',
  ({ segment, node }, { world }) => ({
    message: t(
      'Shopware {0} cannot join "{1}" of {2}: its SQL is wrong, whatever follows.',
      world.version.text,
      segment.text,
      segment.entity ?? '',
    ),
    ...(node.criteria.parent ? { severity: 'warning' as const } : {}),
  }),
);
