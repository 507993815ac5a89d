import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceTexts } from './sourceTexts.ts';

const file = path.join(import.meta.dirname, '..', '..', 'l10n', 'bundle.l10n.de.json');
const german: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
const english = sourceTexts();

describe('the German texts', () => {
  it('are there for every English one', () => {
    expect([...english].filter((text) => german[text] === undefined)).toEqual([]);
  });

  it('are there for nothing else', () => {
    expect(Object.keys(german).filter((text) => !english.has(text))).toEqual([]);
  });

  it('have the same gaps to fill', () => {
    const wrong = Object.entries(german).filter(([text, translated]) => gaps(text) !== gaps(translated));
    expect(wrong).toEqual([]);
  });

  it('stand in the order of the English ones, so that a change is easy to read', () => {
    const keys = Object.keys(german);
    expect(keys).toEqual(keys.toSorted());
  });
});

/** Each gap once: a sentence may name a thing twice. */
function gaps(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
}
