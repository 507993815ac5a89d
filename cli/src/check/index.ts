import { Command, Option } from 'commander';
import { apiOption, entityOption, schemaOption, shopOption, shopwareOption } from '../arguments.ts';
import type { Define } from '../command.ts';
import type { Defaults } from '../project/world.ts';
import { type FailOn, failOnChoices } from './failOn.ts';
import { type CheckFormat, checkFormats } from './formats/index.ts';

interface Flags extends Defaults {
  readonly schema?: string;
  readonly shop?: string;
  readonly format: CheckFormat;
  readonly failOn: FailOn;
}

/** `swcriteria check` */
export const checkCommand: Define = (io, end) =>
  new Command('check')
    .description('check criteria files; never uses the network')
    .argument('[path...]', 'files, folders, patterns, or - for the standard input (default: the current folder)')
    .addOption(schemaOption())
    .addOption(shopOption())
    .addOption(entityOption())
    .addOption(apiOption())
    .addOption(shopwareOption())
    .addOption(new Option('--format <format>').choices(Object.keys(checkFormats)).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on').choices(failOnChoices).default('error'),
    )
    .action(async (paths: string[], { schema, shop, format, failOn, ...defaults }: Flags) => {
      const { check } = await import('./check.ts');
      const where = { ...(schema !== undefined && { schema }), ...(shop !== undefined && { shop }) };
      end(await check(paths, { ...where, defaults, format: checkFormats[format], failOn }, io));
    });
