import { tableRule } from '../tableRule.ts';

/** The value has a different JSON type than the key takes. */
export const rule = tableRule({
  code: 'wrong-type',
  severity: 'error',
  description: 'The value has a different JSON type than the key takes.',
});
