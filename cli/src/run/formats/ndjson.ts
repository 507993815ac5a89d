import { contentOf } from '../../../../shop/src/index.ts';
import type { Format } from './format.ts';

/** One row a line, as JSON. */
export const ndjson: Format = ({ json }) =>
  contentOf(json)
    .rows.map((row) => `${JSON.stringify(row)}\n`)
    .join('');
