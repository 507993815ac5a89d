import { randomBytes } from 'node:crypto';
import { bundledSchemaText, NEWEST_LINE, NEWEST_SHOPWARE } from '../../server/src/schema/bundled/index.ts';
import { type EntitySchema, parseEntitySchema } from '../../server/src/schema/entitySchema.ts';
import { bundledRows } from './data/bundledRows.ts';
import { readDataFolder } from './data/dataFolder.ts';
import { withMoreProducts } from './data/moreProducts.ts';
import { withUser } from './data/user.ts';
import { Database, type RowsByEntity } from './engine/database.ts';
import { INTEGRATION, PRODUCT_READER, USER } from './http/caller.ts';
import { predictedRefusals, type Refuse } from './http/refuse.ts';
import { type SalesChannel, type Shop, salesChannelOf } from './http/shop.ts';
import { type Credentials, SignIn } from './http/signIn.ts';

/** What a demo shop is made of. */
export interface ShopOptions {
  /** A folder with `entity-schema.json` and `rows/*.json`; without it the bundled rows. */
  readonly data?: string;
  /** How many products are made in addition to the data's. */
  readonly products?: number;
  /** The clock of `since` and `until`; without it the real time. */
  readonly now?: Date;
  /** The entity schema as a shop sends it; without it the data folder's or the bundled one. */
  readonly schemaText?: string;
  /** What the shop refuses; without it what the language server predicts. */
  readonly refuse?: Refuse;
}

/** The demo shop's integration, one that may read products only, and the access key of its user. */
export const CLIENT_ID = 'SWIADEMOSHOP00000000000000';
export const READER_ID = 'SWIADEMOREADER000000000000';
export const USER_KEY = 'SWUADEMOSHOP00000000000000';

/** An access key for data without a sales channel. */
const NO_CHANNEL: SalesChannel = { id: '', accessKey: 'SWSCDEMOSHOP00000000000000', navigationId: '' };

/** A shop in memory, and the secret that lets its integration in. */
export interface OpenShop {
  readonly shop: Shop;
  readonly clientSecret: string;
}

/**
 * Loads the rows and makes a shop of them that answers requests; nothing listens yet.
 * @throws {UnusableData} when the data folder is incomplete or damaged
 */
export async function openShop(options: ShopOptions): Promise<OpenShop> {
  const { schemaText, schema, rows } = await loadData(options);
  const database = new Database(schema, withUser(withMoreProducts(rows, options.products ?? 0)));
  const clientSecret = randomBytes(24).toString('base64url');
  const { now } = options;
  const shop = {
    database,
    schemaText,
    version: NEWEST_SHOPWARE,
    now: () => now ?? new Date(),
    signIn: new SignIn(credentials(clientSecret), () => Date.now()),
    refuse: options.refuse ?? predictedRefusals(schema, NEWEST_SHOPWARE),
    salesChannel: busiestChannel(database),
  };
  return { shop, clientSecret };
}

/** All sign in with the same secret, which is also the password of the user `admin`. */
function credentials(secret: string): Credentials {
  return {
    clients: [
      { id: CLIENT_ID, secret, caller: INTEGRATION },
      { id: READER_ID, secret, caller: PRODUCT_READER },
      { id: USER_KEY, secret, caller: USER },
    ],
    user: { name: 'admin', password: secret },
  };
}

interface LoadedData {
  readonly schemaText: string;
  readonly schema: EntitySchema;
  readonly rows: RowsByEntity;
}

async function loadData({ data, schemaText }: ShopOptions): Promise<LoadedData> {
  if (data !== undefined) return readDataFolder(data);
  const text = schemaText ?? bundledSchemaText(NEWEST_LINE);
  return { schemaText: text, schema: parseEntitySchema(text), rows: await bundledRows() };
}

/** The sales channel that shows most products. */
function busiestChannel(database: Database): SalesChannel {
  const visibilities = database.table('product_visibility');
  const [busiest] = (database.table('sales_channel')?.rows ?? [])
    .flatMap((row) => salesChannelOf(row) ?? [])
    .map((channel) => ({ channel, shown: visibilities?.where('salesChannelId', channel.id).length ?? 0 }))
    .sort((one, other) => other.shown - one.shown);
  return busiest?.channel ?? NO_CHANNEL;
}
