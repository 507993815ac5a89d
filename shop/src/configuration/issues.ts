import { t } from '@vscode/l10n';
import type { z } from 'zod';

/** What is wrong with a value, and where. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The key at `path` is the fault, not its value. */
  readonly atKey: boolean;
}

type ZodIssue = z.core.$ZodIssue;

/** The findings of zod as sentences for people, in their order. */
export function explainIssues(issues: readonly ZodIssue[]): Issue[] {
  return issues.flatMap((issue) => explainIssue(issue));
}

function explainIssue(issue: ZodIssue): Issue[] {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: t('"{0}" is not known here.', key),
      atKey: true,
    }));
  }
  if (issue.code === 'invalid_union') {
    const meant = fewest(issue.errors);
    return explainIssues(meant).map((inner) => ({ ...inner, path: [...path, ...inner.path] }));
  }
  return [{ path, message: sentenceOf(issue), atKey: false }];
}

function sentenceOf(issue: ZodIssue): string {
  const name = issue.path.at(-1);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? t('"{0}" is missing.', String(name))
        : t('This must be {0}.', typeNames()[issue.expected] ?? t('of type {0}', issue.expected));
    case 'invalid_value':
      return t('This must be one of {0}.', issue.values.map((value) => `"${String(value)}"`).join(', '));
    case 'too_small':
      return issue.origin === 'string'
        ? t('This must not be empty.')
        : t('This must be {0} or more.', String(issue.minimum));
    case 'invalid_key':
      return t('A name must not be empty.');
    default:
      return issue.message;
  }
}

const typeNames = (): Readonly<Record<string, string>> => ({
  string: t('a string'),
  boolean: t('true or false'),
  int: t('a whole number'),
  number: t('a number'),
  object: t('an object'),
  record: t('an object'),
});

/** The alternative that was most likely meant: the one with the fewest faults. */
function fewest(alternatives: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] {
  return [...alternatives].sort((a, b) => a.length - b.length)[0] ?? [];
}

function pathOf(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}
