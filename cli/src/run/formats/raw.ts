import type { Format } from './format.ts';

/** The body of the answer as it was received. */
export const raw: Format = ({ text }) => text;
