import { isRecord, type JsonRecord } from '../json.ts';

/** The keys that name a row for people, the best first. */
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
  'shortName',
  'isoCode',
  'iso',
  'code',
];

/** Keys that every row carries and that say nothing about it. */
export const technicalKeys: ReadonlySet<string> = new Set([
  'apiAlias',
  '_uniqueIdentifier',
  'extensions',
  'translated',
  'versionId',
]);

const id = /^[0-9a-f]{32}$/;
const plainValues = 4;

/** A name of an object in one line: one of its naming keys (also below `translated`), else its first plain values. */
export function labelOf(value: JsonRecord): string {
  for (const source of [value, value.translated]) {
    if (!isRecord(source)) continue;
    const named = naming.map((key) => source[key]).find((text) => typeof text === 'string' && text !== '');
    if (typeof named === 'string') return named;
  }
  const plain = Object.entries(value).filter(([key, part]) => isTelling(key, part));
  if (plain.length > 0) {
    const shown = plain.slice(0, plainValues).map(([key, part]) => `${key}: ${String(part)}`);
    return shown.join(', ');
  }
  return typeof value.id === 'string' ? value.id : JSON.stringify(value);
}

function isTelling(key: string, value: unknown): boolean {
  if (technicalKeys.has(key) || key.endsWith('VersionId')) return false;
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && !id.test(value));
}
