import { t } from '@vscode/l10n';
import type { TypedNode } from '../criteria/typedTree.ts';
import { removeEntry } from './edits.ts';
import { atKey, notRead } from './findings.ts';
import type { Finding, RuleContext } from './rule.ts';

/** Keys that only count rows: whoever wrote them misses nothing when they are gone. */
const COUNTING = ['limit', 'page', 'total-count-mode'];

/**
 * A key that the shop reads and that then changes nothing: shown as unnecessary, with a fix that takes it out. That is
 * safe where nothing is lost that its author could still need.
 */
export function withoutEffect(child: TypedNode, message: string, { document }: RuleContext): Finding {
  return {
    message,
    ...atKey(child),
    ...notRead(child),
    tag: 'unnecessary',
    fixes: () => [
      {
        title: t('Remove "{0}"', child.name ?? ''),
        edits: removeEntry(document.syntax.text, child),
        preferred: true,
        safe: COUNTING.includes(child.name ?? '') || (isEmpty(child) && !child.association),
      },
    ],
  };
}

/** Null, an empty list, an empty object. */
export function isEmpty({ json: { type, children } }: TypedNode): boolean {
  return type === 'null' || ((type === 'array' || type === 'object') && (children ?? []).length === 0);
}

/** The members of an object with these keys that say anything: not null, not an empty list or object. */
export function sayingMembers(node: TypedNode, keys: readonly string[]): readonly TypedNode[] {
  return node.children.filter((child) => !child.shadowed && keys.includes(child.name ?? '') && !isEmpty(child));
}
