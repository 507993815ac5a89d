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

/** A value as it is sent: in a text the variables have their values, as far as these are known (contract, section 1). */
export function asSent(value: unknown, { document, world }: RuleContext): unknown {
  if (!hasVariable(value)) return value;
  const known = new Map(Object.entries({ ...document.values.vars, ...world.vars }));
  return String(value).replaceAll(USES, (written, name: string) => known.get(name) ?? written);
}

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
