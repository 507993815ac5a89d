import type { CallOptions, Shop } from './types.ts';

/** A sales channel, as somebody who connects to the Store API wants to choose it. */
export interface SalesChannel {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** The key for the Store API, `SWSC…`. */
  readonly accessKey: string;
}

const criteria = JSON.stringify({
  limit: 500,
  sort: [{ field: 'name' }, { field: 'id' }],
  includes: { sales_channel: ['id', 'name', 'active', 'accessKey', 'translated'] },
});

/** The sales channels of a shop by name, through its Admin API, so that nobody has to type an access key. */
export async function salesChannelsOf(shop: Shop, { signal }: CallOptions = {}): Promise<SalesChannel[]> {
  const { json } = await shop.search({ api: 'admin', path: '/api/search/sales-channel', body: criteria, signal });
  const rows: unknown = typeof json === 'object' && json !== null && 'data' in json ? json.data : [];
  return Array.isArray(rows) ? rows.flatMap(salesChannelOf) : [];
}

function salesChannelOf(row: unknown): SalesChannel[] {
  if (typeof row !== 'object' || row === null || !('id' in row) || !('accessKey' in row)) return [];
  const { id, accessKey } = row;
  if (typeof id !== 'string' || typeof accessKey !== 'string') return [];
  const active = 'active' in row && row.active === true;
  return [{ id, name: nameOf(row) ?? id, active, accessKey }];
}

/** A name that is not translated into the current language stands below `translated`. */
function nameOf(row: object): string | null {
  if ('name' in row && typeof row.name === 'string') return row.name;
  return 'translated' in row && typeof row.translated === 'object' && row.translated !== null
    ? nameOf(row.translated)
    : null;
}
