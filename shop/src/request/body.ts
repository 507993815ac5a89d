import { visit } from 'jsonc-parser';
import { sentenceOf } from './syntax.ts';

/** Why a text cannot be sent, with its place in the text (UTF-16 units). */
export interface BodyProblem {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
}

/** What is sent for a criteria file, or why nothing is. `unknownVariables` stand in the body as written. */
export type Body =
  | { readonly body: string; readonly unknownVariables: readonly string[]; readonly problem?: undefined }
  | { readonly problem: BodyProblem };

const variable = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/**
 * What is sent for the text of a criteria file: the text without byte order mark and comments, `{{name}}` inside
 * strings replaced by the variable's value, otherwise byte for byte. With a syntax error nothing is sent.
 */
export function bodyOf(text: string, variables: Readonly<Record<string, string>> = {}): Body {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const source = text.slice(start);
  const unknownVariables = new Set<string>();
  const problems: BodyProblem[] = [];
  const pieces: string[] = [];
  let copied = 0;
  const replace = (offset: number, length: number, by: string) => {
    pieces.push(source.slice(copied, offset), by);
    copied = offset + length;
  };
  const fill = (written: string, name: string): string => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) unknownVariables.add(name);
    return value === undefined ? written : JSON.stringify(value).slice(1, -1);
  };
  const fillString = (offset: number, length: number) => {
    const token = source.slice(offset, offset + length);
    if (token.includes('{{')) replace(offset, length, token.replace(variable, fill));
  };
  visit(source, {
    onComment: (offset, length) => replace(offset, length, ''),
    onObjectProperty: (_, offset, length) => fillString(offset, length),
    onLiteralValue: (value, offset, length) => {
      if (typeof value === 'string') fillString(offset, length);
    },
    onError: (error, offset, length) => {
      problems.push({ message: sentenceOf({ error, offset, length }), offset: offset + start, length });
    },
  });
  const [problem] = problems;
  if (problem !== undefined) return { problem };
  return { body: pieces.join('') + source.slice(copied), unknownVariables: [...unknownVariables] };
}
