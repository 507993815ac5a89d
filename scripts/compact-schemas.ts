// Makes the module of bundled entity schemas and struct aliases out of recorded ones:
//   node scripts/compact-schemas.ts FOLDER      a folder with recorded/ and schema/
// One brotli stream for all: the versions differ little, so each further one costs some 3 KB.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const root = path.dirname(import.meta.dirname);
const source = path.resolve(process.argv[2] ?? path.join(root, '..', 'shared'));
const target = path.join(root, 'server', 'src', 'schema', 'bundled', 'schemas.data.ts');

const SCHEMAS = [
  'recorded/6.4.20.2/entity-schema.json',
  'recorded/6.5.8.14/entity-schema.json',
  'schema/entity-schema/live-6.6.10.json',
  'recorded/6.7.6-dev/entity-schema.json',
];

if (!existsSync(path.join(source, 'recorded'))) {
  console.error(`No recordings in ${source}: name the folder that holds recorded/ and schema/.`);
  process.exit(2);
}

const schemas = SCHEMAS.map((file) => JSON.stringify(JSON.parse(readFileSync(path.join(source, file), 'utf8'))));
const text = [...schemas, structAliases()].join('\n');
const compressed = brotliCompressSync(text, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  },
});
writeFileSync(
  target,
  `// Made by scripts/compact-schemas.ts; facts from Shopware, see NOTICE.\nexport const SCHEMAS = '${compressed.toString('base64')}';\n`,
);
console.log(`${target}: ${text.length} characters in ${compressed.length} bytes`);

/** alias → property names, of all structs that are no entities. */
function structAliases(): string {
  const raw: unknown = JSON.parse(
    readFileSync(path.join(source, 'schema', 'api-alias-structs-6.7.6-dev.json'), 'utf8'),
  );
  const aliases: Record<string, readonly string[]> = {};
  for (const [alias, entry] of Object.entries(Object(raw))) {
    const { properties, entity } = Object(entry);
    if (entity !== true && Array.isArray(properties)) aliases[alias] = properties.map(String);
  }
  return JSON.stringify(aliases);
}
