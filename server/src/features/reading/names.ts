import type { World } from '../../analysis/world.ts';
import { propertiesOfAlias } from '../../rules/aliases.ts';
import type { Association } from '../../schema/entitySchema.ts';
import { remarksOn } from './property.ts';

/** About an association, one paragraph a line, in Markdown: relation, keys, and what it costs to cross it. */
export function associationText(association: Association, owner: string): readonly string[] {
  const { name, relation, entity, toMany } = association;
  return [
    `**${name}** — ${relation.replaceAll('_', ' ')} · ${entity}`,
    `Leads from \`${owner}\` to ${toMany ? 'any number of' : 'at most one'} \`${entity}\`${keysOf(association)}.`,
    ...(toMany ? ['A condition behind it means: at least one of them.'] : []),
    ...remarksOn(association),
  ];
}

function keysOf({ localField, referenceField, mapping, local, reference }: Association): string {
  if (mapping !== undefined) return ` through \`${mapping}\` (\`${local ?? '?'}\`, \`${reference ?? '?'}\`)`;
  if (localField === null || referenceField === null) return '';
  return ` by \`${localField}\` = \`${referenceField}\``;
}

/** About an entity. */
export function entityText(name: string, world: World): readonly string[] {
  const entity = world.schema.entity(name);
  if (!entity) return [];
  const associations = [...entity.properties.values()].filter(({ kind }) => kind === 'association').length;
  const counts = `${entity.properties.size - associations} fields and ${associations} associations`;
  const kind = world.schema.mappingEntities.has(name) ? ' It only connects two entities and cannot be searched.' : '';
  return [`**${name}** — entity`, `${counts}.${kind}`];
}

/** About an apiAlias: the entity of this name, or a struct with its properties. */
export function aliasText(alias: string, world: World): readonly string[] {
  if (world.schema.has(alias)) return [...entityText(alias, world), 'Only the listed properties stay in the answer.'];
  const properties = propertiesOfAlias(alias, world);
  if (!properties) return [];
  return [`**${alias}** — apiAlias`, `Has ${properties.map((name) => `\`${name}\``).join(', ')}.`];
}
