import { pathRule } from '../pathRule.ts';

/** Associations whose join the shop itself builds wrongly. */
export const rule = pathRule(
  { code: 'broken-join', severity: 'error', description: 'An association that the shop cannot join in this version.' },
  'broken-join',
  ({ segment, node }, { world }) => ({
    message: `Shopware ${world.version.text} cannot join "${segment.text}" of ${segment.entity}: its SQL is wrong, whatever follows.`,
    ...(node.criteria.parent ? { severity: 'warning' as const } : {}),
  }),
);
