import { type Entity, hasFlag, type Property } from '../../schema/entitySchema.ts';

/** The properties that make up an id where there is no single one; the shop fills in versions itself. */
export function combinedKeys(entity: Entity | undefined): readonly Property[] {
  if (!entity || entity.hasId) return [];
  return [...entity.properties.values()].filter(
    (property) => hasFlag(property, 'primary_key') && !/versionId$/i.test(property.name),
  );
}
