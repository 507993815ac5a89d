import type { Analysis } from '../../analysis/analyze.ts';
import { asSent } from '../../rules/variables.ts';
import { resolvePath } from '../../schema/resolvePath.ts';

/** The entity whose ids stand in a field: those of the entity itself, or of one that the field points to. */
export function entityOfIds(written: unknown, root: string | undefined, analysis: Analysis): string | undefined {
  const { world } = analysis;
  const path = asSent(written, analysis);
  if (typeof path !== 'string' || root === undefined) return undefined;
  const { target, targetEntity = root } = resolvePath({ text: path, root, use: 'aggregation' }, world);
  if (target?.name === 'id') return targetEntity;
  const properties = [...(world.schema.entity(targetEntity)?.properties.values() ?? [])];
  const pointing = properties.find(
    (property) => property.kind === 'association' && property.localField === target?.name,
  );
  return target && pointing?.kind === 'association' ? pointing.entity : undefined;
}
