import { t } from '@vscode/l10n';
import { isNumeric, partsOf } from '../../criteria/php.ts';
import type { Field } from '../../schema/entitySchema.ts';
import { comparisonOf } from '../comparison.ts';
import { replaceNode } from '../edits.ts';
import { atNode } from '../findings.ts';
import { isToldInside } from '../innerFault.ts';
import type { Rule } from '../rule.ts';
import { asSent, givenBy, hasVariable } from '../variables.ts';
import { readingOfDate, yearFirst } from './dates.ts';

const COMPARING = ['equals', 'equalsAny', 'equalsAll', 'range'];

/** A text that the database compares with a boolean, a number or a date (reference, section 3). */
export const rule: Rule = {
  meta: {
    code: 'operand-type',
    severity: 'warning',
    description: 'A string that is compared with a boolean, a number or a date and counts as 0 there.',
  },
  create: (context) => ({
    operand: (node) => {
      const value = asSent(node.json.value, context);
      if (node.json.type !== 'string' || typeof value !== 'string' || hasVariable(value)) return;
      if (node.parent && isToldInside(node.parent, context)) return;
      const comparison = comparisonOf(node, context);
      if (!comparison || !COMPARING.includes(comparison.type)) return;
      const isList = node.name === 'value' && comparison.type !== 'equals' && comparison.type !== 'range';
      const parts = isList ? partsOf(value) : [value];
      const [complaint] = parts.flatMap((part) => complaintOf(part, comparison.field) ?? []);
      if (complaint === undefined) return;
      context.report({
        message: complaint,
        ...atNode(node),
        ...givenBy(node.json.value, context),
        fixes: () => {
          if (value !== node.json.value) return [];
          // In a decimal number a comma may be the point of it.
          const separator = comparison.field.type === 'float' ? '|' : /[|,]/;
          const written = isList ? value.split(separator).filter((part) => part !== '') : parts;
          const meant = written.map((part) => meantBy(part.trim(), comparison.field));
          if (!meant.every((json) => json !== undefined)) return [];
          const json = meant.length > 1 ? `[${meant.join(', ')}]` : meant.join('');
          return [{ title: t('Change to {0}', json), edits: [replaceNode(node.json, json)], preferred: true }];
        },
      });
    },
  }),
};

/** What the author can only have meant, as JSON. */
function meantBy(text: string, field: Field): string | undefined {
  if (complaintOf(text, field) === undefined) return JSON.stringify(text);
  if (field.type === 'boolean') return /^true$/i.test(text) ? 'true' : undefined;
  const date = field.type === 'date' ? yearFirst(text) : undefined;
  return date === undefined ? undefined : JSON.stringify(date);
}

function complaintOf(value: string, { name, type }: Field): string | undefined {
  switch (type) {
    case 'boolean':
      if (isNumeric(value) || /^false$/i.test(value)) return undefined;
      return t(
        '"{0}" is a boolean, and the database reads a string as the number 0: "{1}" finds the rows where it is false.',
        name,
        value,
      );
    case 'int':
    case 'float': {
      if (isNumeric(value)) return undefined;
      const number = Number.parseFloat(value) || 0;
      return t('"{0}" is a number, and the database reads "{1}" as {2}.', name, value, number);
    }
    case 'date': {
      const reading = readingOfDate(value);
      if (reading === 'date') return undefined;
      if (reading === 'wrong order') {
        return t(
          '"{0}" is a date, and the database reads "{1}" with the year first. Write it as "2025-12-31".',
          name,
          value,
        );
      }
      return t(
        '"{0}" is a date, and "{1}" is not one: it counts as 0, before every date. Write a date such as "2025-12-31", or use "since" and "until" for a distance from now.',
        name,
        value,
      );
    }
    default:
      return undefined;
  }
}
