import { describe, expect, it } from 'vitest';
import { bucketKey, periodOf } from './histogram.ts';

const DATE = '2025-02-08 01:30:00.000';

describe('a histogram', () => {
  it.each([
    ['minute', '2025-02-08 01:30:00'],
    ['hour', '2025-02-08 01:00:00'],
    ['day', '2025-02-08 00:00:00'],
    ['week', '2025 06'],
    ['month', '2025-02-01 00:00:00'],
    ['quarter', '2025 1'],
    ['year', '2025-01-01 00:00:00'],
  ] as const)('has the key of a %s', (interval, key) => {
    expect(bucketKey(interval, DATE)).toBe(key);
  });

  it('puts two days of a week into one period', () => {
    expect(periodOf('week', '2025-02-03 00:00:00.000')).toBe(periodOf('week', '2025-02-09 23:00:00.000'));
  });
});
