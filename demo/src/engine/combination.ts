import type { Row } from './database.ts';

/** One combination of rows: a row or nothing (LEFT JOIN) for each alias of a query, the root first. */
export type Combination = readonly (Row | null)[];

/** The alias of the entity that a query starts from. */
export const ROOT = 0;
