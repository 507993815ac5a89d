import { Command, CommanderError } from 'commander';
import { isShopError } from '../../shop/src/errors/shopError.ts';
import { checkCommand } from './check/index.ts';
import type { Define } from './command.ts';
import { completeCommand } from './complete/index.ts';
import { demoCommand } from './demo/index.ts';
import { type ExitCode, exitCodes, Failure, ownFault } from './failure.ts';
import type { Io } from './io/io.ts';
import { lspCommand } from './lsp/index.ts';
import { runCommand } from './run/index.ts';
import { schemaCommand } from './schema/index.ts';

/** Every command. Adding one is a folder and a line here. */
const commands: readonly Define[] = [checkCommand, runCommand, completeCommand, schemaCommand, lspCommand, demoCommand];

const manual = `
Exit codes: 0 nothing found, 1 findings, 2 could not do it (one line on stderr says why).
Credentials for --url come from the environment: SWCRITERIA_CLIENT_ID and SWCRITERIA_CLIENT_SECRET,
or SWCRITERIA_USERNAME and SWCRITERIA_PASSWORD, or SWCRITERIA_ACCESS_KEY.`;

/** Runs one command line (without the program's name). Never rejects: what went wrong is one line on stderr. */
export async function runCommandLine(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.fine;
  const program = createProgram(io, (ended) => {
    code = ended;
  });
  try {
    if (args.length === 0) throw new Failure('Name a command; swcriteria --help lists them.');
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has written its own line, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.failed;
    io.stderr.write(line(sentencesOf(error)));
    return exitCodes.failed;
  }
}

function createProgram(io: Io, end: (code: ExitCode) => void): Command {
  const program = new Command('swcriteria')
    .description('Checks, completes and runs Shopware search criteria (*.swcriteria.json).')
    .addHelpText('after', manual);
  program.version(io.product.version);
  for (const define of commands) program.addCommand(define(io, end));
  for (const command of [program, ...allBelow(program)]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(line(text.replace(/^error: /, ''))),
    });
  }
  return program;
}

function allBelow(command: Command): readonly Command[] {
  return command.commands.flatMap((child) => [child, ...allBelow(child)]);
}

function sentencesOf(error: unknown): string {
  if (isShopError(error)) return error.hint === null ? error.message : `${error.message} ${error.hint}`;
  if (error instanceof Failure) return error.message;
  return ownFault(error);
}

function line(text: string): string {
  return `swcriteria: ${text.trim().replace(/\s*\n\s*/g, ' ')}\n`;
}
