import type { EntitySchema } from '../schema/entitySchema.ts';
import { nearest } from './nearest.ts';

/** The entity that was probably meant: also by the last part of its name (`manufacturer`). */
export function entityMeant(wrong: string, schema: EntitySchema): string | undefined {
  const name = wrong.replaceAll('-', '_');
  return nearest(name, schema.entityNames) ?? schema.entityNames.find((entity) => entity.endsWith(`_${name}`));
}
