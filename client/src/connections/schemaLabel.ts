import type { SchemaReference } from '../../../server/src/protocol.ts';
import { ageOf } from '../format.ts';

/** A schema in a few words that stay true while time passes: `schema of 10:42`, `schema of 19 Nov`, `schema file`. */
export function schemaMark(schema: SchemaReference | undefined, now: Date): string {
  if (schema === undefined || schema.source === 'bundled') return 'bundled schema';
  if (schema.source === 'file') return 'schema file';
  const read = schema.fetchedAt === undefined ? undefined : new Date(schema.fetchedAt);
  if (read === undefined) return 'stored schema';
  const today = read.toDateString() === now.toDateString();
  return `schema of ${today ? timeOf(read) : dayOf(read)}`;
}

/** Where a schema comes from and how old it is, as a sentence. */
export function schemaLabel(schema: SchemaReference | undefined, now = Date.now()): string {
  if (schema === undefined || schema.source === 'bundled') {
    return 'Schema: bundled, of a plain Shopware. What plugins add is not known.';
  }
  const age = schema.fetchedAt === undefined ? '' : `, read ${ageOf(Date.parse(schema.fetchedAt), now)}`;
  const sources = { live: 'from the shop', stored: 'stored on this computer', file: 'a committed file' };
  return `Schema: ${sources[schema.source]}${age}.`;
}

function timeOf(date: Date): string {
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

function dayOf(date: Date): string {
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}
