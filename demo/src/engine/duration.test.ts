import { expect, it } from 'vitest';
import { dayOf, moved, sqlTime } from './duration.ts';
import { dateOf } from './sqlValue.ts';

const NOW = new Date('2026-11-21T03:22:00Z');

it.each([
  ['P5D', -1, '2026-11-16 03:22:00.000'],
  [' P1Y\n', 1, '2027-11-21 03:22:00.000'],
  ['PT5H', -1, '2026-11-20 22:22:00.000'],
  ['P1M2W', 1, '2027-01-04 03:22:00.000'],
  ['P0001-00-04T05:06:07', 1, '2027-11-25 08:28:07.000'],
] as const)('%s (%d)', (duration, direction, time) => {
  expect(sqlTime(moved(NOW, duration, direction))).toBe(time);
});

it('names the day', () => {
  expect(dayOf(NOW)).toBe('2026-11-21');
});

it.each([
  ['P99999999D', 1],
  ['P99999999D', -1],
  ['P275000Y', -1],
  ['P8000Y', 1],
  [`P${'9'.repeat(400)}D`, 1],
] as const)('%s (%d) leads to no day that a database knows', (duration, direction) => {
  expect(dateOf(dayOf(moved(NOW, duration, direction)))).toBe(dateOf('nonsense'));
});
