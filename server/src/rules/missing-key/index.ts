import { tableRule } from '../tableRule.ts';

/** A key that the object needs is not there. */
export const rule = tableRule({
  code: 'missing-key',
  severity: 'error',
  description: 'A key that the object needs is not there.',
});
