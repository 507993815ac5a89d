import { applyEdits, type FormattingOptions, modify } from 'jsonc-parser';
import type { JsonNode } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import type { Edit, Fix } from './rule.ts';

/** Replaces a value (or a key's text) by JSON of `value`. */
export function replaceJson(node: JsonNode, value: unknown): Edit {
  return { start: node.offset, end: node.offset + node.length, text: JSON.stringify(value) };
}

/** Renames a key, keeping its value. */
export function renameKey(keyNode: JsonNode, name: string): Edit {
  return replaceJson(keyNode, name);
}

/** A fix that puts another text in place of a string: `Change to "manufacturer"`. */
export function changeTo(node: JsonNode, name: string, preferred: boolean): Fix {
  return { title: `Change to "${name}"`, edits: [replaceJson(node, name)], preferred };
}

/** The minimal edits that set `value` at a path, in the author's formatting. */
export function setAt(text: string, path: readonly (string | number)[], value: unknown): readonly Edit[] {
  const changes = modify(text, [...path], value, { formattingOptions: formattingOf(text) });
  return changes.map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }));
}

/** The minimal edits that take an entry out, with the comma that belongs to it. */
export function removeAt(text: string, path: readonly (string | number)[]): readonly Edit[] {
  return setAt(text, path, undefined);
}

/** Keys and indexes from the root to a node. */
export function pathOf(node: TypedNode): (string | number)[] {
  if (!node.parent || node.name === undefined) return [];
  return [...pathOf(node.parent), node.parent.json.type === 'array' ? Number(node.name) : node.name];
}

/** The text after edits; they may not overlap. */
export function apply(text: string, edits: readonly Edit[]): string {
  return applyEdits(
    text,
    edits.map(({ start, end, text: content }) => ({ offset: start, length: end - start, content })),
  );
}

function formattingOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.includes('\t'),
    tabSize: indent.includes('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
