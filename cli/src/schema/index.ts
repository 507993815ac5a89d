import { Command, Option } from 'commander';
import { schemaOption, shopOption, shopwareOption, urlOption } from '../arguments.ts';
import type { Define } from '../command.ts';
import { showFormats } from './formats.ts';
import type { PullFlags } from './pull.ts';
import type { ShowFlags } from './show.ts';

/** `swcriteria schema` */
export const schemaCommand: Define = (io, end) =>
  new Command('schema')
    .description('fetch and inspect entity schemas')
    .addCommand(pullCommand(io, end))
    .addCommand(showCommand(io, end));

const pullCommand: Define = (io, end) =>
  new Command('pull')
    .description("fetch a shop's schema and keep it; a configured shop's version is noted in swcriteria.config.json")
    .addOption(shopOption('the shop of swcriteria.config.json (default: its defaultShop)'))
    .addOption(urlOption())
    .option(
      '--out <file>',
      'write it there (default: the shop\'s "schema" in the configuration, else the user\'s data)',
    )
    .action(async (flags: PullFlags) => {
      const { pull } = await import('./pull.ts');
      end(await pull(flags, io));
    });

const showCommand: Define = (io, end) =>
  new Command('show')
    .description('print an entity with its properties and associations, or the names of all entities')
    .argument('[entity]')
    .addOption(schemaOption())
    .addOption(shopOption('the shop whose schema is shown (default: the defaultShop of swcriteria.config.json)'))
    .addOption(urlOption())
    .addOption(shopwareOption())
    .addOption(new Option('--format <format>').choices(Object.keys(showFormats)).default('pretty'))
    .action(async (entity: string | undefined, flags: ShowFlags) => {
      const { show } = await import('./show.ts');
      end(await show(entity, flags, io));
    });
