import type { Command } from 'commander';
import type { ExitCode } from './failure.ts';
import type { Io } from './io/io.ts';

/** Defines a command. Its work is imported when it runs, so that no command pays for another one. */
export type Define = (io: Io, end: (code: ExitCode) => void) => Command;
