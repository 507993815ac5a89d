import type { JsonNode } from '../criteria/syntax.ts';
import { becauseOf } from './findings.ts';
import type { Finding, RuleContext } from './rule.ts';

const USES = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/** A text with `{{name}}` in it is only known when it is sent. */
export function hasVariable(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{') && /\{\{\s*[^{}\s]+\s*\}\}/.test(value);
}

/** Whether a value, or one of the elements of a list, is only known when it is sent. */
export function isVariable({ type, value, children }: JsonNode): boolean {
  return hasVariable(value) || (type === 'array' && (children ?? []).some(isVariable));
}

/** Where variables get their values from. */
type Source = Pick<RuleContext, 'world'> & { readonly document: Pick<RuleContext['document'], 'values'> };

/** A value as it is sent: in a text the variables have their values, as far as these are known (contract, section 1). */
export function asSent(value: unknown, source: Source): unknown {
  return hasVariable(value) ? sentText(String(value), source).text : value;
}

/** A text as it is sent. */
export interface SentText {
  readonly text: string;
  /** The variables that have their values in it, in their order. */
  readonly filled: readonly Filled[];
}

/** A variable that has its value: its place in the text as it is written, and that of its value in what is sent. */
export interface Filled {
  readonly start: number;
  readonly end: number;
  readonly sentStart: number;
  readonly sentEnd: number;
}

/** A text with the values of its variables, as far as these are known. */
export function sentText(written: string, { document, world }: Source): SentText {
  if (!hasVariable(written)) return { text: written, filled: NONE };
  const known = new Map(Object.entries({ ...document.values.vars, ...world.vars }));
  const filled: Filled[] = [];
  let shift = 0;
  const text = written.replaceAll(USES, (use, name: string, start: number) => {
    const value = known.get(name);
    if (value === undefined) return use;
    const end = start + use.length;
    filled.push({ start, end, sentStart: start + shift, sentEnd: start + shift + value.length });
    shift += value.length - use.length;
    return value;
  });
  return { text, filled };
}

const NONE: readonly Filled[] = [];

/** The variables that a text uses, with their places in it. */
export function variablesIn(text: string): readonly { name: string; text: string; offset: number }[] {
  return [...text.matchAll(USES)].map((match) => ({ name: match[1] ?? '', text: match[0], offset: match.index }));
}

/** Where a text gets its values from, in this file. */
export function givenBy(value: unknown, { document, world }: RuleContext): Pick<Finding, 'related'> {
  const name = hasVariable(value) ? variablesIn(String(value))[0]?.name : undefined;
  if (name === undefined || Object.hasOwn(world.vars ?? {}, name)) return {};
  const given = document.directives.findLast((line) => line.name === 'var' && line.value.split(/\s/)[0] === name);
  return given ? becauseOf(given, `@var ${name}`) : {};
}
