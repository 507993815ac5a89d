import { explainSyntax, trailingCommaAt } from '../../criteria/syntax.ts';
import type { Rule } from '../rule.ts';
import { syntaxFixes } from './fixes.ts';

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
      // A fault at the end of the text has no width: the last character is marked.
      const start = comma ?? Math.min(fault.offset, text.trimEnd().length - 1);
      const length = comma === undefined ? Math.max(fault.length, 1) : 1;
      report({
        message: explainSyntax(fault, text),
        start,
        end: Math.min(start + length, text.length),
        pointer: null,
        fixes: () => syntaxFixes(fault, text),
      });
    },
  }),
};
