import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analyze.ts';
import { codeActions } from '../../server/src/features/codeActions/codeActions.ts';
import { complete } from '../../server/src/features/completion/complete.ts';
import type { Completion } from '../../server/src/features/completion/completion.ts';
import { asOneChange } from '../../server/src/features/completion/items.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { documentSymbols } from '../../server/src/features/symbols/symbols.ts';
import { analysisOf } from '../../server/src/features/testing/editor.ts';
import { readVerdicts, type Verdict } from './verdicts.ts';

const verdicts = readVerdicts('6.7.6-dev', 'bodies');
const accepted = verdicts.filter(({ status }) => status === 200);

/** A recorded body as somebody writes it. */
function write({ entity, criteria }: Verdict): string {
  return `// @entity ${entity}\n${JSON.stringify(criteria, null, 2)}\n`;
}

function read(text: string): Analysis {
  return analysisOf(text, 'untitled:criteria');
}

function faults({ problems }: Analysis): readonly string[] {
  return problems
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ code, start, end }) => `${code} ${start}-${end}`);
}

const body = fc.constantFrom(...verdicts).map(write);
const goodBody = fc.constantFrom(...accepted).map(write);

/** A document with a stretch cut out, and something that fingers do by mistake in its place. */
const broken = fc
  .tuple(
    body,
    fc.nat(9999).map((part) => part / 10_000),
    fc.nat(60),
    fc.constantFrom('', '"', '{', ',', 'tr', '\\', '// @', '\u0000', '😀'),
  )
  .map(([text, where, length, typed]) => {
    const at = Math.floor(where * text.length);
    return { text: text.slice(0, at) + typed + text.slice(at + length), offset: at + typed.length };
  });

describe('whatever stands in a document', () => {
  it('nothing throws, and every edit stays inside of the text', () => {
    fc.assert(
      fc.property(broken, ({ text, offset }) => {
        const analysis = read(text);
        const completions = complete(analysis, offset);
        for (const { start, end } of completions)
          expect(start <= offset && offset <= end && end <= text.length).toBe(true);
        for (const { start, end } of completions.slice(0, 1)) expect(text.slice(start, end)).not.toContain('\n');
        hover(analysis, offset);
        documentSymbols(analysis);
        for (const { edits } of codeActions(analysis, 0, text.length)) {
          for (const { start, end } of edits) expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a symbol contains its name and its children', () => {
    fc.assert(
      fc.property(broken, ({ text }) => {
        const check = (symbols: ReturnType<typeof documentSymbols>, from: number, to: number): void => {
          for (const { start, end, nameStart, nameEnd, children } of symbols) {
            expect(from <= start && start <= nameStart && nameEnd <= end && end <= to).toBe(true);
            check(children, start, end);
          }
        };
        check(documentSymbols(read(text)), 0, text.length);
      }),
      { numRuns: 200 },
    );
  });
});

/** Kinds of which a completion is a whole name; the others have tab stops that the author fills in. */
const NAMES = ['field', 'alias', 'entity', 'value', 'association'];

function isWhole({ kind, snippet, insertText }: Completion): boolean {
  return NAMES.includes(kind) && !snippet && !insertText.endsWith('.');
}

/** The name of an association that leads to what stands behind it: that may not fit the new one. */
function goesOn({ kind, end }: Completion, text: string): boolean {
  return kind === 'association' && text[end] === '.';
}

describe('in bodies that a shop accepted', () => {
  it('what is offered at any place leaves the document without a new fault', () => {
    fc.assert(
      fc.property(
        goodBody,
        fc.nat(9999).map((part) => part / 10_000),
        fc.nat(),
        (text, where, pick) => {
          const before = read(text);
          const offset = Math.floor(where * text.length);
          const whole = complete(before, offset).filter((one) => isWhole(one) && !goesOn(one, text));
          const item = whole[pick % Math.max(1, whole.length)];
          if (!item) return;
          const change = asOneChange(item, text);
          const after = text.slice(0, change.start) + change.insertText + text.slice(change.end);
          const last = change.start + change.insertText.length;
          const known = before.problems.map(({ code }) => code);
          const added = read(after).problems.filter(
            ({ severity, code, start, end }) =>
              (severity === 'error' || severity === 'warning') &&
              start < last &&
              end > change.start &&
              !known.includes(code),
          );
          expect(added.map(({ message }) => `${message}\n${after}`)).toEqual([]);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

/** What is left of the word at an offset: letters, digits, `_`, `.` and `-`. */
function restOfWord(text: string, offset: number): number {
  return /^[\p{L}\p{N}_.-]*/u.exec(text.slice(offset))?.[0].length ?? 0;
}

/** Between a backslash and what it escapes no word begins or ends. */
function isInEscape(text: string, offset: number): boolean {
  return (/\\*$/.exec(text.slice(0, offset))?.[0].length ?? 0) % 2 === 1;
}

describe('in bodies that a shop accepted, with a closing quote cut out', () => {
  const written = fc
    .tuple(fc.constantFrom(...accepted), fc.constantFrom(undefined, 2))
    .map(([{ entity, criteria }, indent]) => `// @entity ${entity}\n${JSON.stringify(criteria, null, indent)}\n`);

  it('no completion takes away what follows the word at the cursor', () => {
    let applied = 0;
    fc.assert(
      fc.property(written, fc.nat(), fc.nat(9999), (whole, pick, part) => {
        const strings = [...whole.matchAll(/"(?:[^"\\]|\\.)*"/g)];
        const cut = strings[pick % strings.length];
        if (!cut) return;
        const closing = cut.index + cut[0].length - 1;
        const text = whole.slice(0, closing) + whole.slice(closing + 1);
        const offset = cut.index + 1 + (part % cut[0].length);
        if (isInEscape(text, offset)) return;
        const kept = text.slice(offset + restOfWord(text, offset));
        for (const item of complete(read(text), offset)) {
          applied++;
          const { start, end, insertText } = asOneChange(item, text);
          const after = text.slice(0, start) + insertText + text.slice(end);
          expect([after.endsWith(kept), after, text.slice(0, offset)]).toEqual([true, after, text.slice(0, offset)]);
        }
      }),
      { numRuns: 400 },
    );
    expect(applied).toBeGreaterThan(0);
  });
});

/** Mending these makes the shop read what it did not read before, with whatever is wrong in it. */
const REVEALING = [
  // What stands under a key that there was not.
  'unknown-key',
  'missing-key',
  // What stands in a container that there should not be.
  'wrong-type',
  // The criteria of an association that there was not.
  'unknown-association',
];

describe('in bodies that a shop refused', () => {
  const refused = verdicts.filter(({ status }) => status !== 200);

  it('every fix ends its problem and brings no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...refused).map(write), (text) => {
        const before = read(text);
        for (const { title, problem, edits } of codeActions(before, 0, text.length)) {
          // Tab stops wait for the author: until then the value is missing.
          if (title.startsWith('Silence') || edits.length === 0 || edits.some(({ snippet }) => snippet)) continue;
          const after = edits
            .toSorted((a, b) => b.start - a.start)
            .reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text);
          const same = ({ problems }: Analysis) => problems.filter(({ message }) => message === problem.message);
          const left = same(read(after));
          const isRevealing = REVEALING.includes(problem.code);
          const isGone = isRevealing && left.every(({ pointer }) => pointer !== problem.pointer);
          expect([title, isGone || left.length < same(before).length, after]).toEqual([title, true, after]);
          if (isRevealing) continue;
          expect([title, faults(read(after)).length <= faults(before).length, after]).toEqual([title, true, after]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('silencing ends the problem', () => {
    fc.assert(
      fc.property(fc.constantFrom(...refused).map(write), (text) => {
        const before = read(text);
        for (const { title, problem, edits } of codeActions(before, 0, text.length)) {
          if (!title.startsWith('Silence')) continue;
          const [edit] = edits;
          if (!edit) throw new Error('Silencing is an edit.');
          const after = read(text.slice(0, edit.start) + edit.text + text.slice(edit.end));
          const same = (analysis: Analysis) => analysis.problems.filter(({ code }) => code === problem.code).length;
          expect(same(after)).toBeLessThan(same(before));
        }
      }),
      { numRuns: 100 },
    );
  });
});
