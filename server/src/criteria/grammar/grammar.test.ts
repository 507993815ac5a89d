import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/answer.ts';

// What RequestCriteriaBuilder, QueryStringParser and AggregationParser answer, read in their source where no other
// place is named: the recorded bodies hold none of these.

describe('aggregations', () => {
  it('may have any integer as key: parseAggregation(int $index, …)', () => {
    const average = { name: 'a', type: 'avg', field: 'stock' };
    expect(answer({ aggregations: { 5: average, 7: { ...average, name: 'b' } } })).toBe('200');
    expect(answer({ aggregations: { 5: { name: 'a', type: 'avg' } } })).toBe(
      '400 FRAMEWORK__INVALID_AGGREGATION_QUERY@/aggregations/5/avg/field',
    );
    expect(answer({ aggregations: { 0: average, a: average } })).toBe('500 0');
    expect(answer({ aggregations: { '05': average } })).toBe('500 0');
  });
});
