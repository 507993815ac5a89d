import type { Command } from 'commander';
import type { ExitCode } from './failure.ts';
import type { Io } from './io/io.ts';

/**
 * Defines a command. Its work is imported when it runs, so that no command pays for another one. What all commands and
 * the language server import comes from its own file of `shop/src`: the index brings the checks of configurations,
 * which take longer to load than the rest.
 */
export type Define = (io: Io, end: (code: ExitCode) => void) => Command;
