import type { Entity, EntitySchema } from '../schema/entitySchema.ts';
import { nearest } from './nearest.ts';

/** The property that was probably meant: also by the name of the entity that it leads to, or in snake_case. */
export function propertyMeant(wrong: string, entity: Entity): string | undefined {
  const byTarget = [...entity.properties.values()].find(
    (property) => property.kind === 'association' && property.entity === wrong.replaceAll('-', '_'),
  );
  return byTarget?.name ?? nearest(wrong, entity.properties.keys());
}

/** The entity that was probably meant: also by the last part of its name (`manufacturer`). */
export function entityMeant(wrong: string, schema: EntitySchema): string | undefined {
  const name = wrong.replaceAll('-', '_');
  return nearest(name, schema.entityNames) ?? schema.entityNames.find((entity) => entity.endsWith(`_${name}`));
}
