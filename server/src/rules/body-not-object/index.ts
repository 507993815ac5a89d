import { replaceNode, textOf } from '../edits.ts';
import { atNode } from '../findings.ts';
import type { Rule } from '../rule.ts';

/** A body that is no object: the shop takes it for empty and answers with all rows. */
export const rule: Rule = {
  meta: { code: 'body-not-object', severity: 'warning', description: 'A body that is no object.' },
  create: ({ document, report }) => ({
    document: () => {
      const { root } = document;
      if (!root || root.json.type === 'object') return;
      report({
        message: 'A criteria is an object. The shop takes anything else for an empty one and answers with all rows.',
        ...atNode(root),
        fixes: () => {
          const only = root.json.children?.length === 1 ? root.json.children[0] : undefined;
          const text = only?.type === 'object' ? textOf(document.syntax.text, only) : undefined;
          return text === undefined
            ? []
            : [{ title: 'Take it out of the list', edits: [replaceNode(root.json, text)], preferred: true }];
        },
      });
    },
  }),
};
