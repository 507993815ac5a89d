import { t } from '@vscode/l10n';
import { takeOut } from '../edits.ts';
import { atNode } from '../findings.ts';
import type { Finding, Rule } from '../rule.ts';

/** A body that is no object: the shop takes it for empty and answers with all rows. */
export const rule: Rule = {
  meta: { code: 'body-not-object', severity: 'warning', description: 'A body that is not an object.' },
  create: ({ document, report }) => ({
    document: () => {
      const { root, syntax } = document;
      // Of broken text nothing is sent.
      if (syntax.errors.length > 0) return;
      if (!root) {
        report(withoutBody(syntax.text));
        return;
      }
      if (root.json.type === 'object') return;
      report({
        message: t('A criteria is an object. The shop reads anything else as an empty one and answers with all rows.'),
        ...atNode(root),
        fixes: () => {
          const only = root.json.children?.length === 1 ? root.json.children[0] : undefined;
          return only?.type === 'object' ? [takeOut(syntax.text, root.json, only)] : [];
        },
      });
    },
  }),
};

/** The shop takes no body for an empty criteria (recorded: 200 and all rows). */
function withoutBody(text: string): Finding {
  const end = text.trimEnd().length;
  const gap = text.trim() === '' || text.endsWith('\n') ? '' : '\n';
  return {
    message: t('There is no body. The shop reads that as an empty criteria and answers with all rows.'),
    start: Math.max(0, end - 1),
    end,
    pointer: '',
    fixes: () => [
      {
        title: t('Add a body'),
        edits: [{ start: text.length, end: text.length, text: `${gap}{ "limit": 25 }\n` }],
        preferred: true,
      },
    ],
  };
}
