import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { Association, Entity } from '../../schema/entitySchema.ts';
import { removeEntry } from '../edits.ts';
import { atKey, parseFault, sqlFault } from '../findings.ts';
import { isKeptBack, whyUnloadable } from '../loadable.ts';
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
      const reason = whyUnloadable(node.association, entity, context.world);
      if (!reason) {
        if (isKeptBack(node.association, context.world)) context.report(kept(node, node.association, entity, context));
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
      });
    },
  }),
};

function kept(node: TypedNode, { name }: Association, entity: Entity, context: RuleContext): Finding {
  const message = t('The Store API does not expose "{0}" of {1}: nothing of it is returned.', name, entity.name);
  return { ...withoutEffect(node, message, context), severity: 'warning' };
}

function removal(node: TypedNode, { document }: RuleContext): readonly Fix[] {
  const edits = removeEntry(document.syntax.text, node);
  return [{ title: t('Remove "{0}"', node.name ?? ''), edits, preferred: true }];
}
