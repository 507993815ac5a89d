import { has } from './changes.ts';
import type { ShopwareVersion } from './version.ts';

/**
 * When the server finds a fault (reference, section 2 "In time"). The first stage with a fault decides the answer.
 * `load` and everything after it is reached only when the search found rows.
 */
export const STAGES = ['route', 'parse', 'access', 'protection', 'aggregate', 'search', 'load', 'respond'] as const;
export type Stage = (typeof STAGES)[number];

/** What one fault alone is answered with. */
export interface Refusal {
  readonly status: number;
  /** As sent: `FRAMEWORK__…`, `"0"` for PHP errors, the database's number for SQL. */
  readonly code: string;
  /** The server's own text, as far as it is known. */
  readonly detail: string;
  /** `source.pointer` as the server sends it, which is not always where the fault is; absent where it sends none. */
  readonly pointer?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly stage: Stage;
  /** Sent together with others of its kind, instead of being thrown at once. */
  readonly collected?: boolean;
  /** Who refuses it, where that is not the shop's own code: what writes the SQL, or the database that gets it. */
  readonly by?: 'query builder' | 'database';
  /** Refused only when rows are found, or only when none is. */
  readonly when?: 'rows' | 'no rows';
}

/** An error of the database: code `"0"` before 6.5.0 (section 8). */
export function sqlRefusal(version: ShopwareVersion, code: string, stage: Stage, detail: string): Refusal {
  return { status: 500, code: has(version, 'sqlErrorCodes') ? code : '0', detail, stage, by: 'database' };
}

/** A PHP error: title "Internal Server Error", code `"0"`. */
export function phpRefusal(stage: Stage, detail: string): Refusal {
  return { status: 500, code: '0', detail, stage };
}
