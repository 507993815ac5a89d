import type { TypedNode } from '../../criteria/typedTree.ts';
import { memberOf } from '../conditions.ts';
import { addEntry } from '../edits.ts';
import { atKey } from '../findings.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** An association that is loaded, and then left out because `includes` does not name it (reference, section 2.7). */
export const rule: Rule = {
  meta: {
    code: 'stripped-association',
    severity: 'information',
    description: 'A loaded association that "includes" leaves out of the answer.',
  },
  create: (context) => ({
    object: (node) => {
      const { root } = context.document;
      const owner = node.parent?.criteria;
      if (!node.association || !root || !owner) return;
      const includes = memberOf(root, 'includes');
      const list = includes && memberOf(includes, owner.entity ?? '');
      if (list?.json.type !== 'array' || names(list).includes(node.association.name)) return;
      reportStripped(node, list, context);
    },
  }),
};

function names(list: TypedNode): readonly unknown[] {
  return list.children.map(({ json }) => json.value);
}

function reportStripped(node: TypedNode, list: TypedNode, { document, report }: RuleContext): void {
  report({
    message: `"includes" does not name "${node.name}" of ${list.name}: it is loaded and then left out of the answer.`,
    ...atKey(node),
    fixes: () => [
      {
        title: `Add "${node.name}" to the includes of ${list.name}`,
        edits: [addEntry(document.syntax.text, list.json, JSON.stringify(node.name))],
        preferred: true,
      },
    ],
  });
}
