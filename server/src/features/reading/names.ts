import { t } from '@vscode/l10n';
import type { World } from '../../analysis/world.ts';
import { propertiesOfAlias } from '../../rules/aliases.ts';
import type { Association } from '../../schema/entitySchema.ts';
import { relationOf, remarksOn } from './property.ts';

/** About an association, one paragraph a line, in Markdown: relation, keys, and what it costs to cross it. */
export function associationText(association: Association, owner: string): readonly string[] {
  const { name, entity, toMany } = association;
  return [
    `**${name}** — ${relationOf(association)} · ${entity}`,
    wayOf(association, owner),
    ...(toMany ? [t('A condition behind it means: at least one of them.')] : []),
    ...remarksOn(association),
  ];
}

function wayOf(association: Association, owner: string): string {
  const { entity, toMany, localField, referenceField, mapping, local = '?', reference = '?' } = association;
  if (mapping !== undefined) {
    return t(
      'Leads from `{0}` to any number of `{1}` through `{2}` (`{3}`, `{4}`).',
      owner,
      entity,
      mapping,
      local,
      reference,
    );
  }
  if (localField === null || referenceField === null) {
    return toMany
      ? t('Leads from `{0}` to any number of `{1}`.', owner, entity)
      : t('Leads from `{0}` to at most one `{1}`.', owner, entity);
  }
  return toMany
    ? t('Leads from `{0}` to any number of `{1}` by `{2}` = `{3}`.', owner, entity, localField, referenceField)
    : t('Leads from `{0}` to at most one `{1}` by `{2}` = `{3}`.', owner, entity, localField, referenceField);
}

/** The right that the Admin API asks of a role, for associations and paths as for the search itself (reference, 2.6). */
export function privilegeText(entity: string, { api }: World): readonly string[] {
  return api === 'admin' ? [t('Needs the privilege `{0}`, otherwise the shop answers 403.', `${entity}:read`)] : [];
}

/** About an entity. */
export function entityText(name: string, world: World): readonly string[] {
  const entity = world.schema.entity(name);
  if (!entity) return [];
  const associations = [...entity.properties.values()].filter(({ kind }) => kind === 'association').length;
  const counts = t('{0} fields and {1} associations.', entity.properties.size - associations, associations);
  const isMapping = world.schema.isMapping(name);
  const kind = isMapping ? ` ${t('It only connects two entities and cannot be searched.')}` : '';
  return [`**${name}** — ${t('entity')}`, `${counts}${kind}`];
}

/** About an apiAlias: the entity of this name, or a struct with its properties. */
export function aliasText(alias: string, world: World): readonly string[] {
  if (world.schema.has(alias))
    return [...entityText(alias, world), t('Only the listed properties stay in the answer.')];
  const properties = propertiesOfAlias(alias, world);
  if (!properties) return [];
  return [`**${alias}** — apiAlias`, t('Has {0}.', properties.map((name) => `\`${name}\``).join(', '))];
}
