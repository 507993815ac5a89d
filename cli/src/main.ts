#!/usr/bin/env node
// The entry of the command line: `swcriteria`, shipped as dist/cli.js.
import { readFileSync } from 'node:fs';
import module from 'node:module';
import type { Product } from './io/io.ts';

/** The package that the bundle stands in, as dist/cli.js. */
function product(): Product {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return { version: String(Object(manifest).version), docs: new URL('../docs/rules/', import.meta.url).href };
}

// From 22.1 on Node can keep what it compiles for the next start: of all that is imported after this line.
module.enableCompileCache?.();
const [{ processIo }, { runCommandLine }] = await Promise.all([import('./io/processIo.ts'), import('./program.ts')]);

// Never process.exit(): what is written to a pipe would be cut off.
process.exitCode = await runCommandLine(process.argv.slice(2), processIo(product()));
