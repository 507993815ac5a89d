import { tableRule } from '../tableRule.ts';

/** There is no filter or aggregation of this type. */
export const rule = tableRule({
  code: 'unknown-type',
  severity: 'error',
  description: 'There is no filter or aggregation of this type.',
});
