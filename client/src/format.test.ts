import { afterEach, describe, expect, it } from 'vitest';
import { ageOf, bytesOf, dayOf, durationOf, numberOf, timeOf } from './format.ts';
import { useLanguage } from './language.ts';

describe('ageOf', () => {
  const now = Date.UTC(2026, 0, 31, 12);
  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [60_000, '1 min ago'],
    [59 * 60_000, '59 min ago'],
    [3_600_000, '1 h ago'],
    [23.9 * 3_600_000, '23 h ago'],
    [24 * 3_600_000, 'yesterday'],
    [50 * 3_600_000, '2 days ago'],
    [-5_000, 'just now'],
  ])('%d ms: %s', (age, words) => {
    expect(ageOf(now - age, now)).toBe(words);
  });
});

describe('bytesOf', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KB'],
    [640_109, '625.1 KB'],
    [10 * 1024 * 1024, '10.0 MB'],
  ])('%d: %s', (bytes, words) => {
    expect(bytesOf(bytes)).toBe(words);
  });
});

describe('durationOf', () => {
  it.each([
    [0.4, '0 ms'],
    [999, '999 ms'],
    [1400, '1.4 s'],
    [125_000, '2 min 5 s'],
  ])('%d: %s', (milliseconds, words) => {
    expect(durationOf(milliseconds)).toBe(words);
  });
});

describe('numbers and times', () => {
  const moment = new Date(2026, 10, 9, 15, 5);
  afterEach(() => useLanguage({ locale: 'en', texts: null }));

  it.each([
    ['en', '1,234', '1.4 s', '625.1 KB', '15:05', '9 Nov'],
    ['de', '1.234', '1,4 s', '625,1 KB', '15:05', '9. Nov.'],
  ])('are written as one does in %s', (locale, number, duration, size, time, day) => {
    useLanguage({ locale, texts: null });
    const written = [numberOf(1234), durationOf(1400), bytesOf(640_109), timeOf(moment), dayOf(moment)];
    expect(written).toEqual([number, duration, size, time, day]);
  });

  it('come with the words of the language', () => {
    useLanguage({ locale: 'de', texts: { '{0} min ago': 'vor {0} Min.' } });
    expect([ageOf(0, 120_000), ageOf(0, 0)]).toEqual(['vor 2 Min.', 'just now']);
  });
});
