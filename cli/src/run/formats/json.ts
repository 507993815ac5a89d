import type { Format } from './format.ts';

/** The whole answer, indented; as it was received where it is no JSON. */
export const json: Format = ({ json: value, text }) =>
  value === undefined ? text : `${JSON.stringify(value, null, 2)}\n`;
