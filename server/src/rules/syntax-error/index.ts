import { explainSyntax, trailingCommaAt } from '../../criteria/syntax.ts';
import type { Rule } from '../rule.ts';
import { independentFaults } from './faults.ts';

/** The text is no JSON: nothing is sent. */
export const rule: Rule = {
  meta: { code: 'syntax-error', severity: 'error', description: 'The text is not valid JSON.' },
  create: ({ document, report }) => ({
    document: () => {
      for (const { fault, text, toAuthor, fixes } of independentFaults(document.syntax)) {
        const comma = trailingCommaAt(fault, text);
        // A fault at the end of the text has no width: the last character is marked.
        const start = toAuthor(comma ?? Math.min(fault.offset, text.trimEnd().length - 1));
        const length = comma === undefined ? Math.max(fault.length, 1) : 1;
        report({
          message: explainSyntax(fault, text),
          start,
          end: Math.min(start + length, document.syntax.text.length),
          pointer: null,
          fixes,
        });
      }
    },
  }),
};
