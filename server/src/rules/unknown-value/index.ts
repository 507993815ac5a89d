import { tableRule } from '../tableRule.ts';

/** A word that the shop does not know and silently reads as another. */
export const rule = tableRule({
  code: 'unknown-value',
  severity: 'warning',
  description: 'A word that the shop does not know and silently reads as another.',
});
