import { Command, Option } from 'commander';
import { schemaOption } from '../arguments.ts';
import type { Define } from '../command.ts';

/** `swcriteria lsp` */
export const lspCommand: Define = (io) =>
  new Command('lsp')
    .description('serve any editor as language server; never uses the network')
    .addOption(new Option('--stdio', 'speak over standard input and output').makeOptionMandatory())
    .addOption(schemaOption())
    // Editors add it so that the server ends with them; the protocol's library reads it.
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .action(async ({ schema }: { readonly schema?: string }) => {
      const { serve } = await import('./serve.ts');
      await serve(schema === undefined ? {} : { schema }, io);
    });
