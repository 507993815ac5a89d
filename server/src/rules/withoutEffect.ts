import { t } from '@vscode/l10n';
import type { TypedNode } from '../criteria/typedTree.ts';
import { removeEntry } from './edits.ts';
import { atKey, notRead } from './findings.ts';
import type { Finding, RuleContext } from './rule.ts';

/** A key that the shop reads and that then changes nothing: shown as unnecessary, with a fix that takes it out. */
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
        safe: true,
      },
    ],
  };
}

/** The members of an object with these keys that say anything: not null, not an empty list or object. */
export function sayingMembers(node: TypedNode, keys: readonly string[]): readonly TypedNode[] {
  return node.children.filter(({ name = '', shadowed, json }) => {
    if (shadowed || !keys.includes(name) || json.type === 'null') return false;
    return (json.type !== 'array' && json.type !== 'object') || (json.children?.length ?? 0) > 0;
  });
}
