import { Command, Option } from 'commander';
import { apiOption, entityOption, integerArgument, schemaOption, shopOption, shopwareOption } from '../arguments.ts';
import type { Define } from '../command.ts';
import type { CompleteFlags } from './complete.ts';

/** `swcriteria complete` */
export const completeCommand: Define = (io, end) =>
  new Command('complete')
    .description('print what the editor would offer at a place, as JSON')
    .argument('<file>', 'a criteria file, or - for the standard input')
    .addOption(new Option('--line <number>', 'line, from 0').argParser(integerArgument(0)).makeOptionMandatory())
    .addOption(
      new Option('--character <number>', 'character in the line, from 0, in UTF-16 units')
        .argParser(integerArgument(0))
        .makeOptionMandatory(),
    )
    .addOption(schemaOption())
    .addOption(shopOption())
    .addOption(entityOption())
    .addOption(apiOption())
    .addOption(shopwareOption())
    .action(async (file: string, flags: CompleteFlags) => {
      const { completeAt } = await import('./complete.ts');
      end(await completeAt(file, flags, io));
    });
