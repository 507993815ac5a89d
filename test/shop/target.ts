import { type DemoShop, startDemoShop } from '../../demo/src/index.ts';
import { type Connection, createShop, type Shop } from '../../shop/src/index.ts';

/** The shop that the contract is read to. */
export interface Target {
  readonly shop: Shop;
  /** Whether there is an access key for the Store API. */
  readonly hasStore: boolean;
  close(): Promise<void>;
}

/**
 * The shop of `SWCRITERIA_LIVE_URL`, signed in with `SWCRITERIA_CLIENT_ID`, `SWCRITERIA_CLIENT_SECRET` and
 * `SWCRITERIA_ACCESS_KEY`; without an address the demo shop.
 */
export async function openTarget(): Promise<Target> {
  const { SWCRITERIA_LIVE_URL: url } = process.env;
  if (url) {
    const shop = createShop(liveConnection(url), { environment: process.env });
    return { shop, hasStore: Boolean(process.env.SWCRITERIA_ACCESS_KEY), close: () => shop.close() };
  }
  const demo = await startDemoShop({ port: 0 });
  const shop = createShop(demoConnection(demo));
  return {
    shop,
    hasStore: true,
    async close() {
      await shop.close();
      await demo.close();
    },
  };
}

function demoConnection({ url, clientId, clientSecret, accessKey }: DemoShop): Connection {
  return { name: 'the demo shop', url, admin: { clientId, clientSecret }, store: { accessKey } };
}

function liveConnection(url: string): Connection {
  const { SWCRITERIA_CLIENT_ID, SWCRITERIA_CLIENT_SECRET, SWCRITERIA_ACCESS_KEY, SWCRITERIA_INSECURE } = process.env;
  return {
    url,
    ...(SWCRITERIA_CLIENT_ID &&
      SWCRITERIA_CLIENT_SECRET && {
        admin: { clientId: SWCRITERIA_CLIENT_ID, clientSecret: SWCRITERIA_CLIENT_SECRET },
      }),
    ...(SWCRITERIA_ACCESS_KEY && { store: { accessKey: SWCRITERIA_ACCESS_KEY } }),
    ...(SWCRITERIA_INSECURE && { tls: { rejectUnauthorized: false } }),
  };
}
