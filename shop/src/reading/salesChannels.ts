import type { Row } from '../answer/rows.ts';
import type { Shop } from '../client/types.ts';
import type { ReadOptions } from './criteria.ts';
import { everyRow } from './everyRow.ts';
import { byName, textIn, translatedIn } from './values.ts';

/** A sales channel, as somebody who connects to the Store API wants to choose it. */
export interface SalesChannel {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** The key for the Store API, `SWSC…`. */
  readonly accessKey: string;
}

/** The sales channels of a shop by name, through its Admin API, so that nobody has to type an access key. */
export async function salesChannelsOf(shop: Shop, options: ReadOptions = {}): Promise<SalesChannel[]> {
  const includes = { sales_channel: ['id', 'name', 'active', 'accessKey', 'translated'] };
  const rows = await everyRow(shop, 'sales_channel', { includes }, options);
  return rows.flatMap(salesChannelOf).sort(byName);
}

function salesChannelOf(row: Row): SalesChannel[] {
  const id = textIn(row, 'id');
  const accessKey = textIn(row, 'accessKey');
  if (id === null || accessKey === null) return [];
  return [{ id, name: translatedIn(row, 'name') ?? id, active: row.active === true, accessKey }];
}
