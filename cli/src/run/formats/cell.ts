import { isRecord } from '../content.ts';

const longest = 40;

/** Keys that name a thing for people, the best first. */
export const naming: readonly string[] = [
  'name',
  'label',
  'title',
  'orderNumber',
  'productNumber',
  'customerNumber',
  'email',
  'fileName',
  'technicalName',
  'iso',
  'key',
];

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
  if (!isRecord(value)) return Array.isArray(value) ? `[${value.length}]` : String(value);
  const sources = [value, isRecord(value.translated) ? value.translated : {}];
  const names = sources.flatMap((source) => naming.map((key) => source[key]));
  const name = names.find((text) => typeof text === 'string' && text !== '');
  return typeof name === 'string' ? name : plainValues(value);
}

function plainValues(value: Readonly<Record<string, unknown>>): string {
  const plain = Object.entries(value).filter(([key, part]) => !/^(apiAlias|_.*|.*[iI]d)$/.test(key) && isPlain(part));
  if (plain.length === 0) return typeof value.id === 'string' ? value.id : '{…}';
  return plain.map(([key, part]) => `${key}: ${part}`).join(', ');
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
