import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analyze.ts';
import { folds } from '../../server/src/features/folding/folding.ts';
import { formattingEdits } from '../../server/src/features/formatting/formatting.ts';
import { inlayHints } from '../../server/src/features/inlayHints/inlayHints.ts';
import { links } from '../../server/src/features/links/links.ts';
import { mentionsIn } from '../../server/src/features/mentions/mentions.ts';
import { refactorings } from '../../server/src/features/refactorings/refactorings.ts';
import { selectionSpans } from '../../server/src/features/selection/selection.ts';
import { semanticTokens } from '../../server/src/features/semanticTokens/semanticTokens.ts';
import { sortKeys } from '../../server/src/features/sortKeys/sortKeys.ts';
import { analysisOf } from '../../server/src/features/testing/editor.ts';
import { apply } from '../../server/src/rules/edits.ts';
import { readVerdicts } from './verdicts.ts';

const verdicts = readVerdicts('6.7.6-dev', 'bodies');
const TWO_SPACES = { tabSize: 2, insertSpaces: true };

const layout = fc.constantFrom(undefined, 2, '\t');

/** A share of the text's length; all shares are equally likely. */
const anywhere = fc.nat(9999).map((share) => share / 10_000);

/** A recorded body as somebody writes it. */
const body = fc
  .tuple(fc.constantFrom(...verdicts), layout)
  .map(([{ entity, criteria }, indent]) => `// @entity ${entity}\n${JSON.stringify(criteria, null, indent)}\n`);

/** With a stretch cut out, and something that fingers do by mistake in its place. */
const broken = fc
  .tuple(body, anywhere, fc.nat(40), fc.constantFrom('', '"', '{', ',', '\\', '//', '/*', '\u0000'))
  .map(([text, where, length, typed]) => {
    const at = Math.floor(where * text.length);
    return { text: text.slice(0, at) + typed + text.slice(at + length), offset: at + typed.length };
  });

function read(text: string): Analysis {
  return analysisOf(text, 'untitled:criteria');
}

describe('whatever stands in a document', () => {
  it('what is shown lies inside of the text, in order', () => {
    fc.assert(
      fc.property(broken, ({ text, offset }) => {
        const analysis = read(text);
        const spans = [
          ...mentionsIn(analysis),
          ...links(analysis),
          ...folds(analysis),
          ...selectionSpans(analysis, offset),
        ];
        for (const { start, end } of spans) expect(0 <= start && start <= end && end <= text.length).toBe(true);
        const tokens = semanticTokens(analysis);
        for (const [index, { start, end }] of tokens.entries()) {
          expect(start).toBeGreaterThanOrEqual(tokens[index - 1]?.end ?? 0);
          expect(text.slice(start, end)).not.toMatch(/^$|\n/);
        }
        for (const hint of inlayHints(analysis, 0, text.length)) expect(hint.offset).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400 },
    );
  });

  it('what is rewritten stays inside of the text', () => {
    fc.assert(
      fc.property(broken, ({ text, offset }) => {
        const analysis = read(text);
        const edits = [
          ...formattingEdits(text, TWO_SPACES),
          ...sortKeys(analysis),
          ...refactorings(analysis, offset, offset).flatMap((refactoring) => refactoring.edits),
        ];
        for (const { start, end } of edits) expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a recorded body', () => {
  it('is answered the same when it is laid out and its keys are sorted', () => {
    fc.assert(
      fc.property(body, (text) => {
        const before = read(text);
        for (const edits of [formattingEdits(text, TWO_SPACES), sortKeys(before)]) {
          const result = apply(text, edits);
          expect(parse(result)).toEqual(parse(text));
          expect(read(result).prediction, result).toEqual(before.prediction);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is answered the same in another form', () => {
    let applied = 0;
    fc.assert(
      fc.property(body, anywhere, (text, where) => {
        const offset = Math.floor(where * text.length);
        const before = read(text);
        for (const { title, edits } of refactorings(before, offset, offset)) {
          const after = read(apply(text, edits));
          expect(after.document.syntax.errors, title).toEqual([]);
          if (!/^(Dissolve|Write|Add the prefix|Remove the prefix)/.test(title)) continue;
          applied++;
          expect(codesOf(after), `${title}\n${text}\n${after.document.syntax.text}`).toEqual(codesOf(before));
        }
      }),
      { numRuns: 500 },
    );
    expect(applied).toBeGreaterThan(100);
  });
});

/** A pointer may lead elsewhere: the fault has moved with what it is in. */
function codesOf({ prediction }: Analysis): readonly string[] {
  return (prediction?.errors ?? []).map(({ status, code }) => `${status} ${code}`);
}
