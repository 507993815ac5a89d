import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { removeEntry } from '../edits.ts';
import { atKey } from '../findings.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** A key that stands twice in an object: PHP keeps the last one (reference, section 1). */
export const rule: Rule = {
  meta: { code: 'duplicate-key', severity: 'warning', description: 'A key that stands twice in one object.' },
  create: (context) => ({
    shaped: (node) => checkKeys(node, context),
    map: (node) => checkKeys(node, context),
  }),
};

function checkKeys({ children }: TypedNode, { document, report }: RuleContext): void {
  const shadowed = children.filter((child) => child.shadowed);
  if (shadowed.length === 0) return;
  const seen = new Map(children.map((child) => [child.name, child]));
  for (const earlier of shadowed) {
    const { name = '' } = earlier;
    const last = seen.get(name);
    if (!last) continue;
    report({
      message: t('"{0}" stands twice in this object: the shop sees only the last one.', name),
      ...atKey(last),
      related: [{ message: t('The earlier one, which the shop does not see.'), ...atKey(earlier) }],
      fixes: () => [
        {
          title: t('Remove the earlier "{0}"', name),
          edits: removeEntry(document.syntax.text, earlier),
          preferred: true,
          safe: true,
        },
      ],
    });
  }
}
