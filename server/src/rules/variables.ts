import type { JsonNode } from '../criteria/syntax.ts';

/** A text with `{{name}}` in it is only known when it is sent. */
export function hasVariable(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{') && /\{\{\s*[^{}\s]+\s*\}\}/.test(value);
}

/** Whether a value, or one of the elements of a list, is only known when it is sent. */
export function isVariable({ type, value, children }: JsonNode): boolean {
  return hasVariable(value) || (type === 'array' && (children ?? []).some(isVariable));
}
