import { describe, expect, it } from 'vitest';
import { analyzed, editorFor } from '../../testing/editor.ts';
import { rule } from './index.ts';

const editor = editorFor('unused-disable');

describe('unused-disable', () => {
  it('silences nothing in the file', () => {
    expect(editor('// «@disable unknown-key "route"»\n{ "limit": 5 }')).toMatchInlineSnapshot(`
      "hint: "unknown-key" reports nothing in this file: this silences nothing.
        unused-disable at null
        Remove "@disable" → { "limit": 5 }"
    `);
  });

  it('silences nothing in the next line', () => {
    expect(editor('{\n  // «@disable-next-line unknown-key»\n  "limit": 5,\n  «"foo"»: 1\n}')).toMatchInlineSnapshot(`
      "hint: "unknown-key" reports nothing in the next line: this silences nothing.
        unused-disable at null
        Remove "@disable-next-line" → {
          "limit": 5,
        "foo": 1
      }
      warning: A criteria has no key "foo": the shop ignores it.
        unknown-key at /foo
        Remove "foo" → {
        // @disable-next-line unknown-key
        "limit": 5
      }"
    `);
  });

  it('names no rule', () => {
    expect(editor('// @disable «unknwon-key»\n{ "limit": 5 }')).toMatchInlineSnapshot(`
      "warning: There is no rule "unknwon-key". Did you mean "unknown-key"?
        unused-disable at null
        Change to "unknown-key" → // @disable unknown-key
      { "limit": 5 }"
    `);
  });

  it('is fine where it silences', () => {
    expect(editor('// @disable unknown-key "route"\n{ "limit": 5, "foo": 1 }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it('looks at what was found as often for many directives as for one', () => {
    expect(looksAtFindings(1000)).toBe(looksAtFindings(1));
  });
});

/** How often the rule looks at a thousand findings of others, with so many directives. */
function looksAtFindings(directives: number): number {
  const { document, world } = analyzed('// @disable unknown-key\n'.repeat(directives));
  let looks = 0;
  const found = Array.from({ length: 1000 }, (_, start) => ({
    get code() {
      looks++;
      return 'unknown-field';
    },
    start,
  }));
  let reported = 0;
  const report = () => {
    reported++;
  };
  const context = {
    document,
    world,
    path: () => undefined,
    sites: () => [],
    conditions: new Map(),
    tableFaults: [],
    faultsOf: () => [],
    report,
  };
  rule.create(context).after?.(found, ['unknown-key', 'unknown-field']);
  expect(reported).toBe(directives);
  return looks;
}
