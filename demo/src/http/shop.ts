import type { ShopwareVersion } from '../../../server/src/shopware/version.ts';
import type { Database, Row } from '../engine/database.ts';
import type { Refuse } from './refuse.ts';
import type { SignIn } from './signIn.ts';

/** Everything the routes of one running demo shop share. */
export interface Shop {
  readonly database: Database;
  readonly schemaText: string;
  readonly version: ShopwareVersion;
  /** The clock of `since`, `until` and of NULL in histograms. */
  readonly now: () => Date;
  readonly signIn: SignIn;
  readonly refuse: Refuse;
  /** The sales channel behind the access key of a request; before that, the one that shows most products. */
  readonly salesChannel: SalesChannel;
}

export interface SalesChannel {
  readonly id: string;
  readonly accessKey: string;
  /** The category at the root of its navigation. */
  readonly navigationId: string;
}

/** A row of `sales_channel` as such; undefined for one without an access key. */
export function salesChannelOf({ id, accessKey, navigationCategoryId }: Row): SalesChannel | undefined {
  if (typeof id !== 'string' || typeof accessKey !== 'string') return undefined;
  return { id, accessKey, navigationId: String(navigationCategoryId ?? '') };
}
