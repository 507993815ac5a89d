import { Command, Option } from 'commander';
import { integerArgument, timeArgument } from '../arguments.ts';
import type { Define } from '../command.ts';
import { announcements, type DemoFlags } from './announcements.ts';

/** `swcriteria demo` */
export const demoCommand: Define = (io, end) =>
  new Command('demo')
    .description('start the embedded demo shop on this machine, until interrupted')
    .addOption(
      new Option('--port <number>', 'where it listens; the next one if it is taken')
        .argParser(integerArgument(0, 65_535))
        .default(8000),
    )
    .option('--data <folder>', 'a folder with entity-schema.json and rows/*.json instead of its own rows')
    .addOption(new Option('--products <number>', 'add this many products').argParser(integerArgument(0)))
    .addOption(new Option('--now <time>', 'the time that the shop goes by').argParser(timeArgument))
    .addOption(
      new Option('--format <format>', 'how it prints address and credentials')
        .choices(Object.keys(announcements))
        .default('pretty'),
    )
    .action(async (flags: DemoFlags) => {
      const { demo } = await import('./demo.ts');
      end(await demo(flags, io));
    });
