import { isRecord, labelOf } from '../../../../shop/src/index.ts';

const longest = 40;

/** Whether there is nothing to see. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** A value in one short line: what is nested is told by its name, a list by its length and names. */
export function cellText(value: unknown): string {
  if (isEmpty(value)) return '';
  const text = Array.isArray(value) ? `[${value.length}] ${value.slice(0, 5).map(nameOf).join(', ')}` : nameOf(value);
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

function nameOf(value: unknown): string {
  if (isRecord(value)) return labelOf(value);
  return Array.isArray(value) ? `[${value.length}]` : String(value);
}
