import { type Answering, listen } from './http/listen.ts';
import { CLIENT_ID, openShop, READER_ID, type ShopOptions } from './openShop.ts';

export { UnusableData } from './data/dataFolder.ts';

export interface DemoShopOptions extends ShopOptions {
  /** 0 takes any free port; a port that is taken: the next one. */
  readonly port: number;
  /** Is handed the work of each answer: it has no pause, and with much data it may take long. */
  readonly answering?: Answering;
}

export interface DemoShop {
  /** `http://127.0.0.1:8000`; the port may be higher than asked for. */
  readonly url: string;
  /** The same port alone: an address does not show it where it is 80. */
  readonly port: number;
  /** An integration that may do everything. The secret is a new one with every start. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** An integration whose role may read products only. */
  readonly reader: { readonly clientId: string; readonly clientSecret: string };
  /** Of the sales channel that shows most products, for the Store API. */
  readonly accessKey: string;
  /** All rows are again as they were at the start. Who is signed in stays signed in. */
  reset(): void;
  close(): Promise<void>;
}

/**
 * Starts a shop in memory that answers like Shopware 6.7.6, on the loopback address only.
 * @throws {UnusableData} when the data folder is incomplete or damaged
 */
export async function startDemoShop({ port, answering, ...options }: DemoShopOptions): Promise<DemoShop> {
  const { shop, clientSecret } = await openShop(options);
  const listening = await listen(shop, port, answering);
  return {
    url: `http://127.0.0.1:${listening.port}`,
    port: listening.port,
    clientId: CLIENT_ID,
    clientSecret,
    reader: { clientId: READER_ID, clientSecret },
    accessKey: shop.salesChannel.accessKey,
    reset: () => shop.database.reset(),
    close: () => listening.close(),
  };
}
