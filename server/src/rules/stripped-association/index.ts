import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { memberOf } from '../conditions.ts';
import { addEntry } from '../edits.ts';
import { atKey, becauseOf } from '../findings.ts';
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
  const [name, alias] = [node.name ?? '', list.name ?? ''];
  report({
    message: t('"includes" does not name "{0}" of {1}: it is loaded and then left out of the answer.', name, alias),
    ...atKey(node),
    ...becauseOf(atKey(list), `includes.${list.name}`),
    fixes: () => [
      {
        title: t('Add "{0}" to the includes of {1}', name, alias),
        edits: addEntry(document.syntax.text, list.json, JSON.stringify(name)),
        preferred: true,
      },
    ],
  });
}
