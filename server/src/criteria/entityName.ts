import type { EntitySchema } from '../schema/entitySchema.ts';

const EXTENSION = '.swcriteria.json';

/**
 * The entity that a file name tells: the last dotted part before `.swcriteria.json`, lower-cased, `-` as `_`,
 * if the schema has exactly that entity (contract, section 1).
 */
export function entityOfFileName(uri: string, schema: EntitySchema): string | undefined {
  const name = fileNameParts(uri).at(-1);
  return name !== undefined && schema.has(name) ? name : undefined;
}

/** Parts of the file name that are entities although they are not the last one: for a fix. */
export function entitiesInFileName(uri: string, schema: EntitySchema): readonly string[] {
  return fileNameParts(uri).filter((part) => schema.has(part));
}

function fileNameParts(uri: string): readonly string[] {
  const file = decodeURIComponent(uri.split(/[\\/]/).at(-1) ?? '').toLowerCase();
  if (!file.endsWith(EXTENSION)) return [];
  return file
    .slice(0, -EXTENSION.length)
    .split('.')
    .map((part) => part.replaceAll('-', '_'));
}
