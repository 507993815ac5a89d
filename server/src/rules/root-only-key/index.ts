import { t } from '@vscode/l10n';
import { hasComment } from '../../criteria/tokens.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { memberOf } from '../conditions.ts';
import { addEntry, movedText, removeEntry } from '../edits.ts';
import type { Edit, Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { addAliases, namesUnder } from '../shaping.ts';
import { sayingMembers, withoutEffect } from '../withoutEffect.ts';

const ROOT_ONLY = ['includes', 'excludes', 'aggregations'];

/** Keys that only the root's criteria is asked for (reference, section 2.6). */
export const rule: Rule = {
  meta: {
    code: 'root-only-key',
    severity: 'warning',
    description: '"includes", "excludes" or "aggregations" in an association, where they have no effect.',
  },
  create: (context) => ({
    object: (node) => {
      if (node.criteria !== node || !node.parent) return;
      for (const child of sayingMembers(node, ROOT_ONLY)) {
        const { unread, ...finding } = withoutEffect(
          child,
          t('"{0}" has an effect at the root only: the shop reads it here and does nothing with it.', child.name ?? ''),
          context,
        );
        // At the root the same would count.
        const isMovable = moveFixes(child, context).length > 0;
        context.report({
          ...finding,
          ...(unread && !isMovable ? { unread } : {}),
          fixes: () => fixesOf(child, finding, context),
        });
      }
    },
  }),
};

/** What can be moved is not taken out unasked. */
function fixesOf(child: TypedNode, finding: Finding, context: RuleContext): readonly Fix[] {
  const moved = moveFixes(child, context);
  const removed = finding.fixes?.() ?? [];
  if (moved.length === 0) return removed;
  return [...moved, ...removed.map((fix) => ({ ...fix, preferred: false, safe: false }))];
}

/** Shaping goes by alias, so it means the same at the root; aggregations there count other rows. */
function moveFixes(child: TypedNode, { document }: RuleContext): readonly Fix[] {
  const { root } = document;
  const { text } = document.syntax;
  const name = child.name ?? '';
  if (!root || name === 'aggregations' || child.json.type !== 'object') return [];
  const present = memberOf(root, name);
  const added = present ? merged(present, child, text) : addEntry(text, root.json, movedText(text, root.json, child));
  return added
    ? [{ title: t('Move to the root'), edits: [...removeEntry(text, child), ...added], preferred: true }]
    : [];
}

/** The lists of both; undefined where one is none, or a comment would be lost. */
function merged(present: TypedNode, { json, children }: TypedNode, text: string): readonly Edit[] | undefined {
  const lists = children.filter(({ shadowed }) => !shadowed).map((list) => namesUnder(list, text));
  const isWhole =
    lists.every((list) => list !== undefined) && !hasComment(text, json.offset, json.offset + json.length);
  return isWhole ? addAliases(text, present, lists) : undefined;
}
