import type { Format } from './format.ts';

/** The report as it is: one object for programs (contract, section 3). */
export const json: Format = (report) => `${JSON.stringify(report, null, 2)}\n`;
