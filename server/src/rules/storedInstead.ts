import type { EntitySchema } from '../schema/entitySchema.ts';
import type { PathRefusal, ResolvedPath } from '../schema/resolvePath.ts';

/** Stored fields that say what a runtime field says (reference, section 5.2). */
const STORED: Readonly<Record<string, string>> = {
  'media.url': 'path',
  'media_thumbnail.url': 'path',
  'seo_url.url': 'seoPathInfo',
};

/** The stored property that says what a calculated one says; undefined where there is none. */
export function storedInstead(entityName: string, name: string, schema: EntitySchema): string | undefined {
  const stored = STORED[`${entityName}.${name}`];
  return stored !== undefined && schema.entity(entityName)?.properties.has(stored) ? stored : undefined;
}

/**
 * A path that is refused for a calculated property, with what is stored in its place: `translated` is left out, as the
 * shop takes the language of the request. Empty where nothing is left; undefined where nothing stored says the same.
 */
export function storedPath(
  { segments }: ResolvedPath,
  { segment: index }: PathRefusal,
  schema: EntitySchema,
): string | undefined {
  const { text, entity = '', role } = segments[index] ?? {};
  const names = segments.map((segment) => segment.text);
  if (text === 'translated') return names.toSpliced(index, 1).join('.');
  const stored = text !== undefined && role === 'property' ? storedInstead(entity, text, schema) : undefined;
  return stored && names.with(index, stored).join('.');
}
