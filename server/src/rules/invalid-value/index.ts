import { tableRule } from '../tableRule.ts';

/** The value has the right type, but is not one that the shop accepts. */
export const rule = tableRule({
  code: 'invalid-value',
  severity: 'error',
  description: 'The value has the right type, but is not one that the shop accepts.',
});
