// Makes the compressed verdicts under test/data/verdicts out of recorded ones, without the shops' texts:
//   node scripts/compact-verdicts.ts FOLDER      a folder with recorded/
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const root = path.dirname(import.meta.dirname);
const source = path.resolve(process.argv[2] ?? path.join(root, '..', 'shared'), 'recorded');
const target = path.join(root, 'test', 'data', 'verdicts');

const FILES: Readonly<Record<string, readonly string[]>> = {
  '6.7.6-dev': ['bodies', 'searches', 'properties', 'store'],
  '6.6.7.1': ['bodies', 'properties'],
  '6.5.8.14': ['bodies', 'properties'],
  '6.4.20.2': ['bodies', 'properties'],
};

if (!existsSync(source)) {
  console.error(`No recordings in ${source}: name the folder that holds recorded/.`);
  process.exit(2);
}

for (const [version, names] of Object.entries(FILES)) {
  mkdirSync(path.join(target, version), { recursive: true });
  for (const name of names) compact(version, name);
}

function compact(version: string, name: string): void {
  const text = readFileSync(path.join(source, version, `${name}.jsonl`), 'utf8');
  const rows = text.split('\n').filter(Boolean).map(withoutTexts);
  const compressed = brotliCompressSync(rows.join('\n'), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  const file = path.join(target, version, `${name}.jsonl.br`);
  writeFileSync(file, compressed);
  console.log(`${path.relative(root, file)}: ${rows.length} rows in ${compressed.length} bytes`);
}

/** Status, codes and pointers stay; `detail` is the shop's text and stays where it is. */
function withoutTexts(line: string): string {
  return JSON.stringify(JSON.parse(line, (key, value: unknown) => (key === 'detail' ? undefined : value)));
}
