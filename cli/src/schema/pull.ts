import path from 'node:path';
import { createShop } from '../../../shop/src/index.ts';
import { type ExitCode, exitCodes, Failure } from '../failure.ts';
import type { Io } from '../io/io.ts';
import { Configurations, defaultShop, pathInConfiguration, requiredShop } from '../project/configurations.ts';
import { schemaIn } from '../project/schemas.ts';
import { connectionTo, type Target } from '../project/target.ts';
import { withProgress } from '../terminal/progress.ts';
import { bytesOf } from '../terminal/words.ts';
import { noteVersion } from './noteVersion.ts';

export interface PullFlags {
  readonly shop?: string;
  readonly url?: string;
  readonly out?: string;
}

/**
 * Fetches the schema of a shop: into `--out`, else into the file that the configuration names, else into the store.
 * @throws {Failure} when what comes is no entity schema, or cannot be kept.
 * @throws {ShopError} when the shop cannot be asked.
 */
export async function pull(flags: PullFlags, io: Io): Promise<ExitCode> {
  const target = await targetOf(flags, io);
  const { url, version, text } = await fetchFrom(target, io);
  const { entityNames } = schemaIn(text, `answer of ${url}`);
  const file = fileFor(target, flags, io);
  if (file === undefined) await io.schemas.write({ url, version, text, fetchedAt: io.now().toISOString() });
  else await io.files.writeText(file, text);
  if ('shop' in target) await noteVersion(target.shop, version, io.files);
  const where = file === undefined ? "the user's data" : path.relative(io.folder, file);
  io.stdout.write(`The schema of ${url} (Shopware ${version}, ${entityNames.length} entities) is in ${where}.\n`);
  return exitCodes.fine;
}

async function targetOf({ shop, url }: PullFlags, io: Io): Promise<Target> {
  if (url !== undefined) return { url };
  const configuration = await new Configurations(io).above(io.folder);
  const named = shop === undefined ? defaultShop(configuration) : requiredShop(shop, configuration);
  if (named) return { shop: named };
  throw new Failure('Which shop? Name it with --shop or --url, or write "defaultShop" into swcriteria.config.json.');
}

async function fetchFrom(target: Target, io: Io): Promise<{ url: string; version: string; text: string }> {
  const shop = createShop(await connectionTo(target, 'admin', io), { environment: io.environment });
  try {
    return await withProgress(io.stderr, `Fetching the schema of ${shop.url} …`, async (progress) => {
      const onProgress = (bytes: number) => progress.update(`Fetching the schema of ${shop.url}: ${bytesOf(bytes)}`);
      const version = await shop.version();
      return { url: shop.url, version, text: await shop.entitySchema({ onProgress }) };
    });
  } finally {
    await shop.close();
  }
}

function fileFor(target: Target, { out }: PullFlags, io: Io): string | undefined {
  if (out !== undefined) return path.resolve(io.folder, out);
  if (!('shop' in target)) return undefined;
  const { definition, configuration } = target.shop;
  return definition.schema === undefined ? undefined : pathInConfiguration(definition.schema, configuration);
}
