import type { Summary } from './report.ts';

/** From which severity on findings make the command fail. */
export const failOnChoices = ['error', 'warning', 'never'] as const;

export type FailOn = (typeof failOnChoices)[number];

/** Whether what was found makes the command fail. */
export function fails({ errors, warnings }: Summary, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  return errors > 0 || (failOn === 'warning' && warnings > 0);
}
