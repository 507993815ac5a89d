import { describe, expect, it } from 'vitest';
import { compareFolded, foldForEquals, likeTest } from './collation.ts';

const compareTexts = (one: string, other: string): number => compareFolded(foldForEquals(one), foldForEquals(other));

describe('utf8mb4_unicode_ci', () => {
  it.each([
    ['Claw Hammer', 'claw hammer'],
    ['Kühlschrank', 'kuhlschrank'],
    ['Straße', 'STRASSE'],
    ['padded  ', 'padded'],
    ['Œuvre', 'oeuvre'],
    ['1\u00a0½ m²', '1 1⁄2 M2'],
  ])('takes %j and %j for equal', (one, other) => {
    expect(foldForEquals(one)).toBe(foldForEquals(other));
  });

  it.each([
    ['øl', 'ol'],
    ['æble', 'aeble'],
    ['мой', 'мои'],
    ['line\n', 'line'],
  ])('takes %j and %j for two', (one, other) => {
    expect(foldForEquals(one)).not.toBe(foldForEquals(other));
  });

  it('sorts as MariaDB weighs characters', () => {
    const order = ['`', '^', '_', '-', '(', '*', '#', '$', '0', 'a', 'æ', 'b', 'o', 'ø', 'z', 'я', '😀'];
    expect(order.toReversed().sort(compareTexts)).toEqual(order);
    expect(compareTexts('oz', 'øa')).toBeLessThan(0);
    expect(compareTexts('a', 'a\n')).toBeGreaterThan(0);
  });

  it('keeps other texts apart', () => {
    expect(foldForEquals('hammer')).not.toBe(foldForEquals('hammers'));
  });

  it('sorts without regard to case and accents', () => {
    const names = ['Zange', 'äpfel', 'Beil', 'apfel 2', 'Öl'];
    expect(names.sort(compareTexts)).toEqual(['äpfel', 'apfel 2', 'Beil', 'Öl', 'Zange']);
  });

  it('takes % and _ in a value literally', () => {
    expect(likeTest('contains', '50%')('a 50% discount')).toBe(true);
    expect(likeTest('contains', '5_%')('a 50% discount')).toBe(false);
  });

  it('fixes a pattern to the beginning or the end', () => {
    expect(likeTest('prefix', 'claw')('Claw Hammer')).toBe(true);
    expect(likeTest('prefix', 'hammer')('Claw Hammer')).toBe(false);
    expect(likeTest('suffix', 'HAMMER')('Claw Hammer')).toBe(true);
  });
});
