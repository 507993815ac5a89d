/** What `parameters.operator` of `since` and `until` may be. */
export const DURATION_OPERATORS = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'] as const;
