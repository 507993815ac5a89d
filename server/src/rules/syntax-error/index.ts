import { explainSyntax, trailingCommaAt } from '../../criteria/syntax.ts';
import type { Rule } from '../rule.ts';

/** The text is no JSON: nothing is sent. */
export const rule: Rule = {
  meta: { code: 'syntax-error', severity: 'error', description: 'The text is no valid JSON.' },
  create: ({ document, report }) => ({
    document: () => {
      const { text, errors } = document.syntax;
      // What follows the first fault mostly follows from it.
      const [fault] = errors;
      if (!fault) return;
      const comma = trailingCommaAt(fault, text);
      const start = comma ?? Math.min(fault.offset, text.length);
      report({
        message: explainSyntax(fault, text),
        start,
        end: comma === undefined ? Math.min(start + Math.max(fault.length, 1), text.length) : start + 1,
        pointer: null,
        fixes: () =>
          comma === undefined
            ? []
            : [{ title: 'Remove the comma', edits: [{ start: comma, end: comma + 1, text: '' }], preferred: true }],
      });
    },
  }),
};
