// What is loaded before a command or the language server can begin: each library takes its time at every start.
import path from 'node:path';
import { build, type Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');

describe('the start', () => {
  it.each([
    ['of every command', ['cli/src/program.ts', 'cli/src/io/processIo.ts'], ['@vscode/l10n', 'commander']],
    [
      'of the language server',
      ['cli/src/lsp/serve.ts'],
      [
        '@vscode/l10n',
        'jsonc-parser',
        'vscode-jsonrpc',
        'vscode-languageserver',
        'vscode-languageserver-protocol',
        'vscode-languageserver-textdocument',
        'vscode-languageserver-types',
      ],
    ],
  ])('%s loads only these libraries', async (_, entries, libraries) => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: entries,
      outdir: 'dist',
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      mainFields: ['module', 'main'],
    });
    expect(librariesOf(loaded(entries, metafile))).toEqual(libraries);
  });
});

/** The modules that are loaded with some others; what is imported while a program runs is not. */
function loaded(entries: readonly string[], { inputs }: Metafile): ReadonlySet<string> {
  const modules = new Set(entries);
  for (const module of modules) {
    for (const { path: file, kind } of inputs[module]?.imports ?? []) if (kind !== 'dynamic-import') modules.add(file);
  }
  return modules;
}

function librariesOf(modules: ReadonlySet<string>): readonly string[] {
  const names = [...modules].flatMap(
    (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file)?.[1] ?? [],
  );
  return [...new Set(names)].sort();
}
