import type { CallOptions, Shop } from '../client/types.ts';
import { isShopError, type ShopError } from '../errors/shopError.ts';
import { searchIds } from './criteria.ts';

/** How many rows an entity has, or why the shop does not say it. */
export type RowCount =
  | { readonly entity: string; readonly rows: number }
  | { readonly entity: string; readonly rows: null; readonly refusal: ShopError };

/** What counting may have besides a signal. */
export interface CountOptions extends CallOptions {
  /** Told each count as it comes. */
  readonly onCount?: (count: RowCount) => void;
}

/** How many entities are counted at the same time: more would only wait for the shop's database. */
const atOnce = 4;

/**
 * Counts the rows of entities, also of mapping entities, in the order given. What the sign-in may not read, and the two
 * entities that no ids can be asked for (`media_tag`, `rule_tag`), come with the refusal; any other failure ends it.
 */
export async function rowCountsOf(
  shop: Shop,
  entities: readonly string[],
  { signal, onCount }: CountOptions = {},
): Promise<RowCount[]> {
  const counts: RowCount[] = [];
  const failed = new AbortController();
  const stop = AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]);
  const waiting = entities.entries();
  const work = async () => {
    for (const [index, entity] of waiting) {
      const count = await rowCountOf(shop, entity, stop);
      counts[index] = count;
      onCount?.(count);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
    return counts;
  } finally {
    failed.abort();
  }
}

async function rowCountOf(shop: Shop, entity: string, signal: AbortSignal): Promise<RowCount> {
  try {
    const { total } = await searchIds(shop, entity, { limit: 1, 'total-count-mode': 1 }, { signal });
    return { entity, rows: total ?? 0 };
  } catch (error) {
    if (isShopError(error) && error.kind === 'refused') return { entity, rows: null, refusal: error };
    throw error;
  }
}
