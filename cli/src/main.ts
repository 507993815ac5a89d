// The entry of the command line: `swcriteria`, shipped as dist/cli.js.
import { readFileSync } from 'node:fs';
import type { Product } from './io/io.ts';
import { processIo } from './io/processIo.ts';
import { runCommandLine } from './program.ts';

/** The package that the bundle stands in, as dist/cli.js. */
function product(): Product {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return { version: String(Object(manifest).version), docs: new URL('../docs/rules/', import.meta.url).href };
}

// Never process.exit(): what is written to a pipe would be cut off.
process.exitCode = await runCommandLine(process.argv.slice(2), processIo(product()));
