import { brotliDecompressSync } from 'node:zlib';
import { type EntitySchema, parseEntitySchema } from '../entitySchema.ts';
import { BUNDLED, type BundledLine } from './lines.ts';
import { SCHEMAS } from './schemas.data.ts';

export {
  BUNDLED,
  BUNDLED_PREFIX,
  type BundledLine,
  lineOf,
  NEWEST_LINE,
  NEWEST_SHOPWARE,
} from './lines.ts';

/** The text as a shop of this line sends it. Decompressed on first use, for all lines at once. */
export function bundledSchemaText(line: BundledLine): string {
  return textLine(BUNDLED.findIndex((bundled) => bundled.line === line));
}

/** The schema of a plain shop of this line, without any plugin; read once. */
export function bundledSchema(line: BundledLine): EntitySchema {
  const known = parsed.get(line);
  if (known) return known;
  const schema = parseEntitySchema(bundledSchemaText(line));
  parsed.set(line, schema);
  return schema;
}

/** Properties of structs, collections and results by apiAlias (reference, section 7). */
export function structAliases(): Readonly<Record<string, readonly string[]>> {
  aliases ??= readAliases();
  return aliases;
}

const parsed = new Map<BundledLine, EntitySchema>();
let unpacked: Buffer | undefined;
let aliases: Readonly<Record<string, readonly string[]>> | undefined;

/** Bytes that all lines together fit into: else they come in many pieces, and are there twice when these are joined. */
const ROOM = 4 * 1024 * 1024;

/** One line of the data: only what is asked for becomes a text, each has a megabyte. */
function textLine(index: number): string {
  unpacked ??= brotliDecompressSync(Buffer.from(SCHEMAS, 'base64'), { chunkSize: ROOM });
  let start = 0;
  for (let line = 0; line < index; line++) start = unpacked.indexOf('\n', start) + 1;
  const end = unpacked.indexOf('\n', start);
  return unpacked.toString('utf8', start, end < 0 ? undefined : end);
}

function readAliases(): Readonly<Record<string, readonly string[]>> {
  const raw: unknown = JSON.parse(textLine(BUNDLED.length));
  return Object.fromEntries(
    Object.entries(Object(raw)).map(([alias, properties]) => [
      alias,
      Array.isArray(properties) ? properties.map(String) : [],
    ]),
  );
}
