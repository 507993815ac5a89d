import type { World } from '../../analysis/world.ts';
import { resolvePath } from '../../schema/resolvePath.ts';

/** The entity whose ids stand in a field: those of the entity itself, or of one that the field points to. */
export function entityOfIds(path: string, root: string, world: World): string | undefined {
  const { target, targetEntity = root } = resolvePath({ text: path, root, use: 'aggregation' }, world);
  if (target?.name === 'id') return targetEntity;
  const properties = [...(world.schema.entity(targetEntity)?.properties.values() ?? [])];
  const pointing = properties.find(
    (property) => property.kind === 'association' && property.localField === target?.name,
  );
  return target && pointing?.kind === 'association' ? pointing.entity : undefined;
}
