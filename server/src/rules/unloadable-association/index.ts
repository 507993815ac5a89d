import { t } from '@vscode/l10n';
import type { World } from '../../analysis/world.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { type Association, type Entity, isReadable } from '../../schema/entitySchema.ts';
import { brokenJoin } from '../../schema/pathExceptions.ts';
import { type Refusal, sqlRefusal } from '../../shopware/refusal.ts';
import { removeEntry } from '../edits.ts';
import { atKey, parseFault, sqlFault } from '../findings.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { withoutEffect } from '../withoutEffect.ts';

/** An association that exists, but that the shop refuses to load, or loads in vain (reference, sections 2.6 and 11). */
export const rule: Rule = {
  meta: {
    code: 'unloadable-association',
    severity: 'error',
    description: 'An association that the shop refuses to load, or returns nothing of.',
  },
  create: (context) => ({
    object: (node) => {
      const entity = context.world.schema.entity(node.parent?.entity ?? '');
      if (!node.association || !entity) return;
      const reason = reasonFor(node.association, entity, context.world);
      if (!reason) {
        if (isKept(node.association, context.world)) context.report(kept(node, node.association, entity, context));
        return;
      }
      const outer = node.parent ?? node;
      const server =
        reason.refusal.stage === 'protection' ? parseFault(node, reason.refusal) : sqlFault(outer, reason.refusal);
      // Below an association to one row the shop reads nothing by itself, and so refuses nothing.
      if (!server) return;
      context.report({
        message: reason.message,
        ...atKey(node),
        fixes: () => removal(node, context),
        server,
        ...(server.refusal.when ? { severity: 'warning' as const } : {}),
      });
    },
  }),
};

/** Whether the shop loads an association of an entity, and gives it away. */
export function isLoadable(association: Association, entity: Entity, world: World): boolean {
  return !isKept(association, world) && !reasonFor(association, entity, world);
}

/** What the Store API may not give away it takes without a word. */
function isKept(association: Association, { api }: World): boolean {
  return api === 'store' && !isReadable(association, 'store');
}

function kept(node: TypedNode, { name }: Association, entity: Entity, context: RuleContext): Finding {
  const message = t('The Store API does not expose "{0}" of {1}: nothing of it is returned.', name, entity.name);
  return { ...withoutEffect(node, message, context), severity: 'warning' };
}

function removal(node: TypedNode, { document }: RuleContext): readonly Fix[] {
  const edits = removeEntry(document.syntax.text, node);
  return [{ title: t('Remove "{0}"', node.name ?? ''), edits, preferred: true }];
}

interface Reason {
  readonly message: string;
  readonly refusal: Refusal;
}

function reasonFor(association: Association, entity: Entity, world: World): Reason | undefined {
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
