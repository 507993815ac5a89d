import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import type { Directive } from '../../criteria/directives.ts';
import { type Token, tokensFrom } from '../../criteria/tokens.ts';

/** A value that takes the place of `{{name}}` when a criteria is sent (contract, section 1). */
export interface Variable {
  readonly name: string;
  readonly value: string;
  /** The directive that gives the value; undefined where the shop's configuration does, which comes first. */
  readonly directive: Directive | undefined;
}

const USES = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/** The variables that a document may use, by name. */
export function variablesOf({ document, world }: Pick<Analysis, 'document' | 'world'>): ReadonlyMap<string, Variable> {
  const { directives, values } = document;
  const own = Object.entries(values.vars).map(([name, value]) => ({
    name,
    value,
    directive: directives.findLast((directive) => directive.name === 'var' && nameOf(directive) === name),
  }));
  const ofShop = Object.entries(world.vars ?? {}).map(([name, value]) => ({ name, value, directive: undefined }));
  return new Map([...own, ...ofShop].map((variable) => [variable.name, variable]));
}

/** Where the value comes from, as a sentence. */
export function originOf({ directive }: Variable, { world }: Pick<Analysis, 'world'>): string {
  if (directive) return t('From `// @var` in this file.');
  if (!world.shop) return t('From the configuration; it takes precedence over `// @var` in a file.');
  return t('From the configuration of the shop {0}; it takes precedence over `// @var` in a file.', world.shop.name);
}

/** A stretch of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A `{{name}}` inside a text of the body, with its braces. */
export interface VariableAt extends Span {
  readonly name: string;
}

/** The name of the variable that is named at an offset, in the body or in its `@var`. */
export function variableNamedAt({ document }: Pick<Analysis, 'document'>, offset: number): string | undefined {
  const used = variableAt(document.syntax.text, offset);
  if (used) return used.name;
  const given = document.directives.find(
    (directive) =>
      directive.name === 'var' &&
      offset >= directive.valueStart &&
      offset <= directive.valueStart + nameOf(directive).length,
  );
  return given && nameOf(given);
}

/** The variable in whose braces an offset lies. */
export function variableAt(text: string, offset: number): VariableAt | undefined {
  const token = stringAt(text, offset);
  if (!token) return undefined;
  for (const match of text.slice(token.start, token.end).matchAll(USES)) {
    const start = token.start + match.index;
    const end = start + match[0].length;
    if (offset >= start && offset <= end) return { name: match[1] ?? '', start, end };
  }
  return undefined;
}

/** A JSON text never reaches over the end of its line, so the line is enough to find it, also in a broken document. */
export function stringAt(text: string, offset: number): Token | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  for (const token of tokensFrom(text, lineStart)) {
    if (token.start >= offset) return undefined;
    if (token.kind === 'string' && token.end >= offset) return token;
  }
  return undefined;
}

/** Where a variable is named: in the `@var` that gives its value, and wherever the body uses it. */
export function variableSpans({ document }: Pick<Analysis, 'document'>, name: string): readonly Span[] {
  const { directives, syntax } = document;
  const given = directives.filter((directive) => directive.name === 'var' && nameOf(directive) === name);
  const used = [...syntax.text.matchAll(USES)].filter((match) => match[1] === name);
  return [
    ...given.map(({ valueStart }) => ({ start: valueStart, end: valueStart + name.length })),
    ...used.flatMap(({ index }) => {
      const found = variableAt(syntax.text, index + 2);
      return found ? [{ start: found.start, end: found.end }] : [];
    }),
  ];
}

function nameOf({ value }: Directive): string {
  return value.split(/\s/)[0] ?? '';
}
