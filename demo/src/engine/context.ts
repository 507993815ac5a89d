import type { Api } from '../../../server/src/schema/entitySchema.ts';
import type { ShopwareVersion } from '../../../server/src/shopware/version.ts';
import type { Database, Row } from './database.ts';
import { isJsonObject } from './json.ts';

export const SYSTEM_LANGUAGE = '2fbb5fe2e29a4d70aa5854ce7ce3e20b';
export const DEFAULT_CURRENCY = 'b7d2554b0ce847cd82f3ac9bd1c0dfca';

/** What a request brings along besides its body. */
export interface Context {
  readonly api: Api;
  readonly version: ShopwareVersion;
  /** The language of the request, its parent, the system's: values are taken from the first that has one. */
  readonly languages: readonly string[];
  readonly currency: Currency;
  /** Variants take what is empty from their parent (header `sw-inheritance`). */
  readonly inheritance: boolean;
  /** Whether rows show what the search selected (`extensions.search`). */
  readonly searchInfo: boolean;
  /** The version of the request where that is not the live one (header `sw-version-id`). */
  readonly draft?: string;
  readonly now: Date;
  /** The shop's address, for links to media. */
  readonly origin: string;
}

export interface Currency {
  readonly id: string;
  readonly factor: number;
  readonly decimals: number;
}

/** The chain of languages that starts at this one; undefined when the shop has no such language. */
export function languageChain(database: Database, id: string): readonly string[] | undefined {
  const language = database.table('language')?.where('id', id)[0];
  if (!language) return undefined;
  const parent = typeof language.parentId === 'string' ? [language.parentId] : [];
  return [...new Set([id, ...parent, SYSTEM_LANGUAGE])];
}

/** Undefined when the shop has no such currency. */
export function currencyOf(database: Database, id: string): Currency | undefined {
  const row = database.table('currency')?.where('id', id)[0];
  return row ? { id, factor: numberIn(row, 'factor', 1), decimals: decimalsOf(row) } : undefined;
}

function decimalsOf(row: Row): number {
  const rounding = row.itemRounding;
  return isJsonObject(rounding) && typeof rounding.decimals === 'number' ? rounding.decimals : 2;
}

function numberIn(row: Row, property: string, otherwise: number): number {
  const value = row[property];
  return typeof value === 'number' ? value : otherwise;
}
