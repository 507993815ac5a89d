import path from 'node:path';
import { type DemoShop, startDemoShop, UnusableData } from '../../../demo/src/index.ts';
import { type ExitCode, exitCodes, Failure } from '../failure.ts';
import type { Io } from '../io/io.ts';
import { announcements, type DemoFlags } from './announcements.ts';

/** Typed with Enter, it restores the rows. */
const RESET = 'r';

/** More take longer than a second. */
const MANY_PRODUCTS = 50_000;

/**
 * Starts the demo shop, tells where it is, and ends it when it is interrupted. `r` and Enter in its terminal
 * restore the rows.
 * @throws {Failure} when its data cannot be used, or no port is free.
 */
export async function demo({ format, data, ...options }: DemoFlags, io: Io): Promise<ExitCode> {
  const folder = data !== undefined && { data: path.resolve(io.folder, data) };
  if ((options.products ?? 0) > MANY_PRODUCTS && io.stderr.isTerminal) {
    io.stderr.write(`swcriteria: Making ${options.products} products takes a while. Ctrl+C ends it.\n`);
  }
  const shop = await start({ ...options, ...folder, answering: io.blocking });
  if (options.port !== 0 && shop.port !== options.port) {
    io.stderr.write(`swcriteria: Port ${options.port} is taken; the demo shop listens on ${shop.port}.\n`);
  }
  io.stdout.write(announcements[format](shop));
  io.onTyped((line) => {
    if (line.trim() === RESET) restore(shop, io);
  });
  await io.interrupted();
  await shop.close();
  return exitCodes.fine;
}

function restore(shop: DemoShop, io: Io): void {
  shop.reset();
  io.stderr.write('swcriteria: All rows of the demo shop are as they were at the start.\n');
}

async function start(options: Parameters<typeof startDemoShop>[0]): Promise<DemoShop> {
  try {
    return await startDemoShop(options);
  } catch (error) {
    if (error instanceof UnusableData) throw new Failure(error.message);
    throw new Failure(`The demo shop cannot start: ${error instanceof Error ? error.message : String(error)}`);
  }
}
