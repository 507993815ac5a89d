import { describe, expect, it } from 'vitest';
import { analyzed } from '../testing/editor.ts';
import { addKey, apply, encloseEntries, movedText, removeEntry } from './edits.ts';

/** The text without the entry `x`. */
function withoutX(text: string): string {
  const { document } = analyzed(text);
  const node = document.root?.children.find(({ name }) => name === 'x');
  return node ? apply(text, removeEntry(text, node)) : 'There is no entry "x".';
}

describe('taking an entry out', () => {
  it.each([
    ['the only one', '{ "x": 1 }', '{}'],
    ['the first one', '{ "x": 1, "page": 1 }', '{ "page": 1 }'],
    ['the last one', '{ "page": 1, "x": 1 }', '{ "page": 1 }'],
    ['one with its line', '{\n  "page": 1,\n  "x": 1\n}', '{\n  "page": 1\n}'],
    ['one with a comma too many', '{ "x": 1, }', '{ }'],
    ['comments around the only one', '{ // c1\n  "x": 1 // c2\n}', '{ // c1\n  // c2\n}'],
    ['a comment above the last one', '{\n  "page": 1, // c1\n  "x": 1 }', '{\n  "page": 1 // c1\n  }'],
    ['comments around the last one', '{\n  "page": 1, // c1\n  "x": 1 // c2\n}', '{\n  "page": 1 // c1\n  // c2\n}'],
    ['one with its comma missing', '{ "x": 1 "page": [1, 2] }', '{ "page": [1, 2] }'],
    ['one with both commas missing', '{ "page": 1 "x": 1 }', '{ "page": 1 }'],
    ['one in the middle with its comma missing', '{ "page": 1, "x": 1 "ids": [1, 2] }', '{ "page": 1, "ids": [1, 2] }'],
    ['a comment before its comma', '{ "x": 1 /* c */, "page": 1 }', '{  /* c */ "page": 1 }'],
  ])('%s', (_, text, left) => {
    expect(withoutX(text)).toBe(left);
  });
});

/** The text with an entry `x` at the end of its object. */
function withX(text: string): string {
  const { document } = analyzed(text);
  return document.root ? apply(text, addKey(text, document.root.json, 'x', '1')) : 'There is no object.';
}

describe('adding an entry', () => {
  it.each([
    ['nothing else', '{}', '{ "x": 1 }'],
    ['on one line', '{ "page": 1 }', '{ "page": 1, "x": 1 }'],
    ['on its own line', '{\n  "page": 1\n}', '{\n  "page": 1,\n  "x": 1\n}'],
    ['behind a comment of the last one', '{\n  "page": 1 // c\n}', '{\n  "page": 1, // c\n  "x": 1\n}'],
    ['behind a block comment of the last one', '{\n  "page": 1 /* c */\n}', '{\n  "page": 1, /* c */\n  "x": 1\n}'],
    ['above a comment on its own line', '{\n  "page": 1\n  // c\n}', '{\n  "page": 1,\n  "x": 1\n  // c\n}'],
    ['behind a comment on one line', '{ "page": 1 /* c */ }', '{ "page": 1 /* c */, "x": 1 }'],
    ['behind a comment that ends the line', '{ "page": 1 // c\n}', '{ "page": 1, // c\n  "x": 1\n}'],
    ['behind the only comment', '{\n  // c\n}', '{\n  // c\n  "x": 1\n}'],
    ['behind the only comment, on one line', '{ /* c */ }', '{ /* c */ "x": 1 }'],
    ['behind a comment behind the bracket', '{ // c\n}', '{ // c\n  "x": 1\n}'],
  ])('%s', (_, text, added) => {
    expect(withX(text)).toBe(added);
  });
});

describe('moving entries', () => {
  it('indents them for where they come', () => {
    const text = '{\n  "associations": {\n    "media": {\n      "limit": 1\n    }\n  }\n}';
    const root = analyzed(text).document.root;
    const inner = root?.children[0]?.children[0];
    expect(root && inner && movedText(text, root.json, inner)).toBe('"media": {\n    "limit": 1\n  }');
  });

  it('puts brackets around them, on lines of their own where they have some', () => {
    const enclosed = (text: string) => {
      const nodes = analyzed(text).document.root?.children.slice(1) ?? [];
      return apply(text, encloseEntries(text, nodes, '"x": {', '}', '"n": 0') ?? []);
    };
    expect(enclosed('{ "a": 1, "b": 2, "c": 3 }')).toBe('{ "a": 1, "x": { "n": 0, "b": 2, "c": 3 } }');
    expect(enclosed('{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}')).toBe(
      '{\n  "a": 1,\n  "x": {\n    "n": 0,\n    "b": 2,\n    "c": 3\n  }\n}',
    );
  });
});
