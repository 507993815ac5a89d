import { t } from '@vscode/l10n';
import { isNumeric } from '../../criteria/php.ts';
import type { Field } from '../../schema/entitySchema.ts';
import { comparisonOf } from '../comparison.ts';
import { replaceNode } from '../edits.ts';
import { atNode } from '../findings.ts';
import type { Rule } from '../rule.ts';
import { hasVariable } from '../variables.ts';

const COMPARING = ['equals', 'equalsAny', 'equalsAll', 'range'];

/** A text that the database compares with a boolean, a number or a date (reference, section 3). */
export const rule: Rule = {
  meta: {
    code: 'operand-type',
    severity: 'warning',
    description: 'A text that is compared with a boolean, a number or a date and counts as 0 there.',
  },
  create: (context) => ({
    operand: (node) => {
      const value: unknown = node.json.value;
      if (node.json.type !== 'string' || typeof value !== 'string' || hasVariable(value)) return;
      const comparison = comparisonOf(node, context);
      if (!comparison || !COMPARING.includes(comparison.type)) return;
      const isList = node.name === 'value' && comparison.type !== 'equals' && comparison.type !== 'range';
      const complaint = isList ? undefined : complaintOf(value, comparison.field);
      if (complaint === undefined) return;
      const bare =
        /^(true|false)$/i.test(value) && comparison.field.type === 'boolean' ? value.toLowerCase() : undefined;
      context.report({
        message: complaint,
        ...atNode(node),
        fixes: () =>
          bare === undefined
            ? []
            : [{ title: t('Change to {0}', bare), edits: [replaceNode(node.json, bare)], preferred: true }],
      });
    },
  }),
};

function complaintOf(value: string, { name, type }: Field): string | undefined {
  switch (type) {
    case 'boolean':
      if (isNumeric(value) || /^false$/i.test(value)) return undefined;
      return t(
        '"{0}" is a boolean, and the database takes a text for the number 0: "{1}" finds the rows where it is false.',
        name,
        value,
      );
    case 'int':
    case 'float': {
      if (isNumeric(value)) return undefined;
      const number = Number.parseFloat(value) || 0;
      return t('"{0}" is a number, and the database takes "{1}" for {2}.', name, value, number);
    }
    case 'date':
      if (/^\s*\d/.test(value) || value === '') return undefined;
      return t(
        '"{0}" is a date, and "{1}" is none: it counts as 0, before every date. Write a date such as "2025-12-31", or use "since" and "until" for a distance from now.',
        name,
        value,
      );
    default:
      return undefined;
  }
}
