// Measures the demo shop's engine in process; prints one JSON object. Run by scripts/bench.ts.
import type { Context } from '../../demo/src/engine/context.ts';
import { currencyOf, DEFAULT_CURRENCY, SYSTEM_LANGUAGE } from '../../demo/src/engine/context.ts';
import type { Database, Row, Table } from '../../demo/src/engine/database.ts';
import { aggregateOnly, readBody, search, searchOnlyIds } from '../../demo/src/engine/engine.ts';
import type { JsonObject } from '../../demo/src/engine/json.ts';
import { openShop } from '../../demo/src/openShop.ts';
import { type Comparison, median } from './measure.ts';

/** What is measured of the demo shop. */
export interface DemoFigures {
  /** Each question over each number of products, in relation to one scan of the same products. */
  readonly comparisons: readonly Comparison[];
  /** From nothing to a shop with its own data that can be asked. */
  readonly openMs: number;
}

const GOAL = 5;
const SIZES = [
  { products: 1_000, rounds: 101 },
  { products: 10_000, rounds: 51 },
  { products: 100_000, rounds: 15 },
];

/** The shop behind the questions. */
interface Asked {
  readonly database: Database;
  readonly context: Context;
  readonly table: Table;
}

interface Question {
  readonly name: string;
  readonly body: JsonObject;
  readonly ask: (shop: Asked, body: JsonObject) => unknown;
  readonly peer: Peer;
}

/** Bare code over the same rows. */
interface Peer {
  readonly name: string;
  readonly run: (shop: Asked) => unknown;
}

const exactPage = { limit: 25, 'total-count-mode': 1 };
const wholeScan: Peer = { name: 'every value of them read once', run: ({ table }) => scan(table.rows) };

const QUESTIONS: readonly Question[] = [
  {
    name: 'filter',
    body: {
      ...exactPage,
      filter: [
        { type: 'equals', field: 'active', value: true },
        { type: 'range', field: 'stock', parameters: { gte: 250 } },
      ],
    },
    ask: ids,
    peer: wholeScan,
  },
  {
    name: 'sort',
    body: { ...exactPage, sort: [{ field: 'stock', order: 'DESC' }, { field: 'id' }] },
    ask: ids,
    peer: wholeScan,
  },
  {
    name: 'terms aggregation',
    body: { aggregations: [{ name: 'm', type: 'terms', field: 'manufacturerId' }] },
    ask: ({ database, context, table }, body) => aggregateOnly(database, context, table, readBody(body, context)),
    peer: wholeScan,
  },
  {
    name: 'associations of 100 rows',
    body: { limit: 100, associations: { manufacturer: {}, categories: {} } },
    ask: ({ database, context, table }, body) => search(database, context, table, readBody(body, context)),
    peer: { name: 'the same rows copied value by value', run: copyHundred },
  },
];

const started = performance.now();
await openShop({});
const openMs = performance.now() - started;
const comparisons: Comparison[] = [];
for (const { products, rounds } of SIZES) {
  const shop = await shopWith(products);
  for (const question of QUESTIONS) comparisons.push(compared(question, shop, rounds));
}
process.stdout.write(JSON.stringify({ comparisons, openMs } satisfies DemoFigures));

async function shopWith(products: number): Promise<Asked> {
  const { database, version } = (await openShop({ products })).shop;
  const table = database.table('product');
  const currency = currencyOf(database, DEFAULT_CURRENCY);
  if (!table || !currency) throw new Error('The demo shop has no products.');
  const context: Context = {
    api: 'admin',
    version,
    languages: [SYSTEM_LANGUAGE],
    currency,
    inheritance: false,
    searchInfo: true,
    now: new Date(),
    origin: '',
  };
  return { database, context, table };
}

function ids({ database, context, table }: Asked, body: JsonObject): unknown {
  return searchOnlyIds(database, context, table, readBody(body, context));
}

/** In turns, so that a busy machine slows both. */
function compared({ name, body, ask, peer }: Question, shop: Asked, rounds: number): Comparison {
  const own = () => ask(shop, body);
  const bare = () => peer.run(shop);
  for (let round = 0; round < Math.min(30, rounds); round++) {
    own();
    bare();
  }
  const ownTimes: number[] = [];
  const peerTimes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    peerTimes.push(time(bare));
    ownTimes.push(time(own));
  }
  const [ownMs, peerMs] = [median(ownTimes), median(peerTimes)];
  const products = shop.table.rows.length.toLocaleString('en');
  return { name: `${name}, ${products} products`, peer: peer.name, peerMs, ownMs, ratio: ownMs / peerMs, goal: GOAL };
}

/** What a database does without an index: it reads the rows. */
function scan(rows: readonly Row[]): number {
  let nulls = 0;
  for (const row of rows) {
    for (const name in row) if (row[name] === null) nulls += 1;
  }
  return nulls;
}

/** A hundred products, each with its manufacturer and its categories, all with their texts. */
function copyHundred({ database, table }: Asked): unknown {
  const related = (name: string, property: string, value: Row[string]): readonly Row[] =>
    (database.table(name)?.where(property, String(value)) ?? []).map(copy);
  return table.rows.slice(0, 100).map((row) => ({
    product: [copy(row), ...related('product_translation', 'productId', row.id)],
    manufacturer: [
      ...related('product_manufacturer', 'id', row.manufacturerId),
      ...related('product_manufacturer_translation', 'productManufacturerId', row.manufacturerId),
    ],
    categories: related('product_category', 'productId', row.id).flatMap(({ categoryId }) => [
      ...related('category', 'id', categoryId),
      ...related('category_translation', 'categoryId', categoryId),
    ]),
  }));
}

function copy(row: Row): Row {
  const copied: Row = {};
  for (const name in row) copied[name] = row[name];
  return copied;
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
