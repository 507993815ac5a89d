import { t } from '@vscode/l10n';
import type { World } from '../analysis/world.ts';
import { type Association, type Entity, isReadable } from '../schema/entitySchema.ts';
import { brokenJoin } from '../schema/pathExceptions.ts';
import { type Refusal, sqlRefusal } from '../shopware/refusal.ts';

/** Whether the shop loads an association of an entity, and gives it away. */
export function isLoadable(association: Association, entity: Entity, world: World): boolean {
  return !isKeptBack(association, world) && !whyUnloadable(association, entity, world);
}

/** What the Store API may not give away it takes without a word. */
export function isKeptBack(association: Association, { api }: World): boolean {
  return api === 'store' && !isReadable(association, 'store');
}

/** Why an association is not loaded, for people and as the shop says it. */
export interface WhyUnloadable {
  readonly message: string;
  readonly refusal: Refusal;
}

/** Why the shop refuses to load an association (reference, sections 2.6 and 11); undefined where it loads it. */
export function whyUnloadable(association: Association, entity: Entity, world: World): WhyUnloadable | undefined {
  const name = association.name;
  if (!world.schema.has(association.entity)) {
    return {
      message: t('The shop does not expose "{0}" of {1}, neither here nor on its own.', name, entity.name),
      refusal: {
        status: 403,
        code: '0',
        detail: `Read access to nested association "${name}" on entity "${entity.name}" not allowed for scope "crud".`,
        stage: 'protection',
      },
    };
  }
  if (name === 'parent' && isInherited(entity)) {
    return {
      message: t(
        'The parent of a {0} cannot be loaded with it: the shop refuses as soon as it finds a row. Search it by its id (parentId).',
        entity.name,
      ),
      refusal: PARENT_REFUSED,
    };
  }
  const broken =
    association.toMany || !isTranslation(entity) ? undefined : brokenJoin(world.version, entity.name, name);
  if (broken === undefined) return undefined;
  return {
    message: t('Shopware {0} cannot join "{1}" of {2}: its SQL is wrong.', world.version.text, name, entity.name),
    refusal: { ...sqlRefusal(world.version, '1054', 'load', broken), when: 'rows' },
  };
}

/** Reading the parent of an entity with inheritance, by whatever way (section 2.6). */
export const PARENT_REFUSED: Refusal = {
  status: 400,
  code: 'FRAMEWORK__PARENT_ASSOCIATION_CAN_NOT_BE_FETCHED',
  detail:
    'It is not possible to read the parent association directly. Please read the parents via a separate call over the repository',
  stage: 'load',
  when: 'rows',
};

/** Inheritance between parent and child: only where properties say that they are inherited (product). */
export function isInherited(entity: Entity): boolean {
  return [...entity.properties.values()].some((property) => property.flags.inherited === true);
}

function isTranslation(entity: Entity): boolean {
  return entity.name.endsWith('_translation');
}
