import { t } from '@vscode/l10n';
import type { SchemaReference } from '../../../server/src/protocol.ts';
import { ageOf, dayOf, timeOf } from '../format.ts';

/** A schema in a few words that stay true while time passes: `schema of 10:42`, `schema of 19 Nov`, `schema file`. */
export function schemaMark(schema: SchemaReference | undefined, now: Date): string {
  if (schema === undefined || schema.source === 'bundled') return t('bundled schema');
  if (schema.source === 'file') return t('schema file');
  const read = schema.fetchedAt === undefined ? undefined : new Date(schema.fetchedAt);
  if (read === undefined) return t('stored schema');
  const today = read.toDateString() === now.toDateString();
  return t('schema of {0}', today ? timeOf(read) : dayOf(read));
}

/** Where a schema comes from and how old it is, as a sentence. */
export function schemaLabel(schema: SchemaReference | undefined, now = Date.now()): string {
  if (schema === undefined || schema.source === 'bundled') {
    return t('Schema: bundled, of a plain Shopware. What plugins add is not known.');
  }
  if (schema.source === 'file') return t('Schema: a committed file.');
  const isLive = schema.source === 'live';
  if (schema.fetchedAt === undefined)
    return isLive ? t('Schema: from the shop.') : t('Schema: stored on this computer.');
  const age = ageOf(Date.parse(schema.fetchedAt), now);
  return isLive ? t('Schema: from the shop, read {0}.', age) : t('Schema: stored on this computer, read {0}.', age);
}
