import type { Row } from '../answer/rows.ts';
import type { Shop } from '../client/types.ts';
import type { ReadOptions } from './criteria.ts';
import { everyRow } from './everyRow.ts';
import { byName, textIn, translatedIn } from './values.ts';

/** A currency of a shop: its id is what `sw-currency-id` takes. */
export interface Currency {
  readonly id: string;
  readonly name: string;
  /** `EUR`. */
  readonly isoCode: string;
  /** Its price for one of the shop's default currency. */
  readonly factor: number;
}

/** The currencies of a shop by name. */
export async function currenciesOf(shop: Shop, options: ReadOptions = {}): Promise<Currency[]> {
  const includes = { currency: ['id', 'name', 'isoCode', 'factor', 'translated'] };
  const rows = await everyRow(shop, 'currency', { includes }, options);
  return rows.flatMap(currencyOf).sort(byName);
}

function currencyOf(row: Row): Currency[] {
  const id = textIn(row, 'id');
  const isoCode = textIn(row, 'isoCode');
  if (id === null || isoCode === null) return [];
  const factor = typeof row.factor === 'number' ? row.factor : 1;
  return [{ id, name: translatedIn(row, 'name') ?? isoCode, isoCode, factor }];
}
