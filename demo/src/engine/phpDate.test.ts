import { describe, expect, it } from 'vitest';
import { phpDate } from './phpDate.ts';

/** From the manual of PHP's DateTimeInterface::format(). */
describe('a date as PHP writes it', () => {
  it.each([
    ['d D j l N S w z', '08 Sat 8 Saturday 6 th 6 38'],
    ['W o', '06 2025'],
    ['F m M n t', 'February 02 Feb 2 28'],
    ['L X x Y y', '0 +2025 2025 2025 25'],
    ['a A g G h H i s u v', 'am AM 1 1 01 01 30 00 045000 045'],
    ['B', '104'],
    ['e I O P p T Z', 'UTC 0 +0000 +00:00 Z UTC 0'],
    ['c', '2025-02-08T01:30:00+00:00'],
    ['r', 'Sat, 08 Feb 2025 01:30:00 +0000'],
    ['U', '1738978200'],
    ['\\Y\\\\ Y k ü', 'Y\\ 2025 k ü'],
  ])('%s', (format, text) => {
    expect(phpDate(format, '2025-02-08 01:30:00.045')).toBe(text);
  });

  it.each([
    ['2024-12-30', 'o-W', '2025-01'],
    ['2027-01-01', 'o-W', '2026-53'],
    ['2024-12-31', 'z L t', '365 1 31'],
    ['2025-03-01', 'jS', '1st'],
    ['2025-03-22', 'jS', '22nd'],
    ['2025-03-13', 'jS', '13th'],
    ['2025-03-23', 'jS', '23rd'],
    ['2025-03-30', 'jS', '30th'],
  ])('%s, %s', (date, format, text) => {
    expect(phpDate(format, date)).toBe(text);
  });
});
