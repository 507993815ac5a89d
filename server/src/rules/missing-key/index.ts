import { tableRule } from '../tableRule.ts';

/** A key that the object requires is missing. */
export const rule = tableRule({
  code: 'missing-key',
  severity: 'error',
  description: 'A key that the object requires is missing.',
});
