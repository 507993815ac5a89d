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
    return issue.keys.map((key) => ({ path: [...path, key], message: `"${key}" is not known here.`, atKey: true }));
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
        ? `"${String(name)}" is missing.`
        : `This must be ${typeNames[issue.expected] ?? `of type ${issue.expected}`}.`;
    case 'invalid_value':
      return `This must be one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}.`;
    case 'too_small':
      return issue.origin === 'string' ? 'This must not be empty.' : `This must be ${issue.minimum} or more.`;
    case 'invalid_key':
      return 'A name must not be empty.';
    default:
      return issue.message;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
};

/** The alternative that was most likely meant: the one with the fewest faults. */
function fewest(alternatives: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] {
  return [...alternatives].sort((a, b) => a.length - b.length)[0] ?? [];
}

function pathOf(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}
