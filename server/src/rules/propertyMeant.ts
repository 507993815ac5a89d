import type { Association, Entity, EntitySchema } from '../schema/entitySchema.ts';
import { nearest } from './nearest.ts';

/** The property that was probably meant: also by the name of the entity that it leads to, however that is written. */
export function propertyMeant(wrong: string, entity: Entity): string | undefined {
  const last = answered.get(entity);
  if (last?.wrong === wrong) return last.meant;
  const meant = findMeant(wrong, entity);
  answered.set(entity, { wrong, meant });
  return meant;
}

/** The last answer of each entity: while people type elsewhere, the same mistake is asked about at every key. */
const answered = new WeakMap<Entity, { readonly wrong: string; readonly meant: string | undefined }>();

function findMeant(wrong: string, entity: Entity): string | undefined {
  const target = wrong
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
  const byTarget = [...entity.properties.values()].find(
    (property) => property.kind === 'association' && property.entity === target,
  );
  return byTarget?.name ?? nearest(wrong, entity.properties.keys());
}

/**
 * Paths that the author may have meant where the entity has no such property: the same name one association further
 * (`manufacturer.link` for `link`), to one row before to many; the one that is meant most is first.
 */
export function pathsMeant(wrong: string, entity: Entity, schema: EntitySchema): readonly PathMeant[] {
  if (wrong === '' || COMMON.has(wrong)) return [];
  const associations = [...entity.properties.values()].flatMap((property) =>
    property.kind === 'association' && property.entity !== entity.name && property.name !== 'translations'
      ? [property]
      : [],
  );
  const holds = ({ entity: target }: Association): boolean =>
    schema.entity(target)?.properties.get(wrong)?.kind === 'field';
  const found = associations.filter(holds).sort((a, b) => Number(a.toMany) - Number(b.toMany));
  return found.map(({ name, toMany }) => ({ path: `${name}.${wrong}`, toMany }));
}

/** A path that may have been meant; one that leads to many rows compares something else. */
export interface PathMeant {
  readonly path: string;
  readonly toMany: boolean;
}

/** Names that nearly every entity has say nothing about which one is meant. */
const COMMON = new Set([
  'id',
  'name',
  'createdAt',
  'updatedAt',
  'customFields',
  'versionId',
  'translated',
  'position',
  'active',
]);

/** The entity that was probably meant: also by the last part of its name (`manufacturer`). */
export function entityMeant(wrong: string, schema: EntitySchema): string | undefined {
  const name = wrong.replaceAll('-', '_');
  return nearest(name, schema.entityNames) ?? schema.entityNames.find((entity) => entity.endsWith(`_${name}`));
}
