import { contentOf, keysOf, valueIn } from '../../../../shop/src/index.ts';
import type { Format } from './format.ts';

/** RFC 4180: a line of the rows' keys, then one a row; what is nested stands as JSON in its cell. */
export const csv: Format = ({ json }) => {
  const { rows } = contentOf(json);
  const keys = keysOf(rows);
  const lines = rows.map((row) => keys.map((key) => cellOf(valueIn(row, key))));
  return [keys.map((key) => quoted(key === '' ? 'value' : key)), ...lines]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
};

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return quoted(typeof value === 'string' ? value : JSON.stringify(value));
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
