import { Command, Option } from 'commander';
import { apiOption, entityOption, pairArgument, shopOption, urlOption } from '../arguments.ts';
import type { Define } from '../command.ts';
import type { RunFlags } from './flags.ts';
import { runFormatNames } from './formats/names.ts';

/** `swcriteria run` */
export const runCommand: Define = (io, end) =>
  new Command('run')
    .description('send a criteria to a shop and print the answer')
    .argument('<file>', 'a criteria file, or - for the standard input')
    .addOption(shopOption("the shop, instead of the file's @shop"))
    .addOption(urlOption())
    .addOption(entityOption())
    .addOption(apiOption())
    .addOption(new Option('--param <name=value>', 'fills {name} in the path; repeatable').argParser(pairArgument))
    .addOption(new Option('--format <format>', 'default: by the name of --out, else table').choices(runFormatNames))
    .option('--out <file>', 'write the answer there')
    .option('--show-request', 'print the request on stderr, without secrets')
    .option('--any-route', 'also send it to a route of the Admin API that may do more than search')
    .addOption(new Option('--all', 'page through everything (not available yet)').hideHelp())
    .action(async (file: string, flags: RunFlags) => {
      const { run } = await import('./run.ts');
      end(await run(file, flags, io));
    });
