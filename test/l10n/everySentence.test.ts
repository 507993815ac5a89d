import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { config } from '@vscode/l10n';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complete } from '../../server/src/features/completion/complete.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { refactorings } from '../../server/src/features/refactorings/refactorings.ts';
import { analyzed } from '../../server/src/testing/editor.ts';
import { examplesOf } from '../docs/rulePage.ts';

const root = path.join(import.meta.dirname, '..', '..');
const pages = path.join(root, 'docs', 'rules');
const workspace = path.join(root, 'demo', 'workspace');

/** All that the rules speak about, and a workspace without a fault. */
const texts = [
  ...readdirSync(pages).flatMap((file) => {
    const page = readFileSync(path.join(pages, file), 'utf8');
    return [...examplesOf(page, 'wrong'), ...examplesOf(page, 'right')];
  }),
  ...readdirSync(workspace)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readFileSync(path.join(workspace, file), 'utf8')),
];

// A language in which every text is its English one in brackets: what stands outside of them was never translated.
beforeAll(() => config({ contents: new Proxy({}, { get: (_, english) => `⟦${String(english)}⟧` }) }));
afterAll(() => config({ contents: {} }));

describe('in another language', () => {
  it('problems are told', () => {
    const said = texts.flatMap((text) =>
      analyzed(text, SITUATION).problems.flatMap(({ message, fixes, related }) => [
        message,
        ...(fixes?.() ?? []).map(({ title }) => title),
        ...(related ?? []).map((cause) => cause.message),
      ]),
    );
    expect(said.length).toBeGreaterThan(texts.length);
    expect(withWords(said)).toEqual([]);
  });

  it('refactorings are named', () => {
    const said = texts.flatMap((text) =>
      offsetsOf(text).flatMap((at) => refactorings(analyzed(text, SITUATION), at, at).map(({ title }) => title)),
    );
    expect(said.length).toBeGreaterThan(0);
    expect(withWords(said)).toEqual([]);
  });

  it('everything is explained', () => {
    const said = texts.flatMap((text) => {
      const analysis = analyzed(text, SITUATION);
      return offsetsOf(text).flatMap((at) => hover(analysis, at)?.markdown.split('\n') ?? []);
    });
    expect(said.length).toBeGreaterThan(texts.length);
    expect(withSentences(said)).toEqual([]);
  });

  it('completions are described', () => {
    const said = texts.flatMap((text) => {
      const analysis = analyzed(text, SITUATION);
      return offsetsOf(text).flatMap((at) =>
        complete(analysis, at).flatMap(({ kind, detail = '', documentation = '' }) => [
          // An example of what a directive takes is code.
          kind === 'directive' ? '' : detail,
          ...documentation.split('\n'),
        ]),
      );
    });
    expect(said.length).toBeGreaterThan(texts.length);
    expect(withSentences(said)).toEqual([]);
  });
});

const SITUATION = { entity: '', shops: ['staging', 'live'] } as const;

/** Where a word begins or ends: everything that there is to point at. */
function offsetsOf(text: string): readonly number[] {
  return [...text.matchAll(/\w+/g)].map(({ index }) => index + 1);
}

/** The texts that have words outside of the brackets, apart from names: quoted, bold, as code, as target of a link. */
function withWords(said: readonly string[]): readonly string[] {
  return [...new Set(said)].filter((text) => /[a-z]{3}/i.test(withoutNames(text)));
}

/** Those with more than one word in a row: types and entities stand by themselves. */
function withSentences(said: readonly string[]): readonly string[] {
  return [...new Set(said)].filter((text) => /[a-z]{2,},? [a-z]{2,}/i.test(withoutNames(text)));
}

function withoutNames(text: string): string {
  const inner = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  if (inner !== text) return withoutNames(inner);
  return inner.replaceAll(/`[^`]*`|\*\*.*?\*\*|"[^"]*"|\]\([^)]*\)/g, '');
}
