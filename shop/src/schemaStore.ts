import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { shopAddress } from './address.ts';
import { parsedJson } from './json.ts';

/** What is known of a stored schema without reading it. */
export interface StoredSchemaInfo {
  /** The shop's address, without credentials. */
  readonly url: string;
  /** The shop's version when the schema was fetched; null where it was not known. */
  readonly version: string | null;
  /** When it was fetched, as ISO 8601. */
  readonly fetchedAt: string;
}

/** A stored schema: the text of the shop's answer, byte for byte. */
export interface StoredSchema extends StoredSchemaInfo {
  readonly text: string;
}

/** What the store holds for a shop. `damaged`: the file cannot be used; `message` says why, in one sentence. */
export type StoredState =
  | { readonly state: 'stored'; readonly schema: StoredSchema }
  | { readonly state: 'none' }
  | { readonly state: 'damaged'; readonly file: string; readonly message: string };

/** Keeps the entity schemas of shops in a folder: one file a shop's address. */
export interface SchemaStore {
  /** What is kept for the shop. Never rejects. */
  read(url: string): Promise<StoredState>;
  /** Keeps the schema, in place of an older one. A reader sees the old file or the new one, never half of one. */
  write(schema: StoredSchema): Promise<void>;
  /** All that is kept and can be read, in the order of their addresses. */
  list(): Promise<readonly StoredSchemaInfo[]>;
  /** Forgets the shop's schema. */
  remove(url: string): Promise<void>;
}

const zip = promisify(gzip);
const unzip = promisify(gunzip);
const suffix = '.entity-schema.gz';
const newline = 0x0a;
/** More than the information about a schema takes, so that a list need not read whole files. */
const headLength = 4096;

/**
 * A store in `folder`, which is made when the first schema is written. A file is one line of JSON (what is known about
 * the schema) and the schema's text compressed by gzip, whose checksum tells damage from content.
 */
export function createSchemaStore(folder: string): SchemaStore {
  const fileOf = (url: string) => path.join(folder, fileName(url));
  return {
    async read(url) {
      const file = fileOf(url);
      try {
        const content = await readFile(file);
        const end = content.indexOf(newline);
        const info = infoOf(content.subarray(0, end).toString('utf8'));
        if (info === null) return damaged(file);
        return {
          state: 'stored',
          schema: { ...info, text: (await unzip(content.subarray(end + 1))).toString('utf8') },
        };
      } catch (error) {
        return isAbsence(error) ? { state: 'none' } : damaged(file);
      }
    },

    async write({ url, version, fetchedAt, text }) {
      const file = fileOf(url);
      const info: StoredSchemaInfo = { url: addressOf(url), version, fetchedAt };
      const content = Buffer.concat([Buffer.from(`${JSON.stringify(info)}\n`), await zip(text, { level: 9 })]);
      await mkdir(folder, { recursive: true });
      const unfinished = `${file}.${randomUUID()}`;
      try {
        await writeFile(unfinished, content);
        await rename(unfinished, file);
      } finally {
        await rm(unfinished, { force: true });
      }
    },

    async list() {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(suffix));
      const infos = await Promise.all(names.map((name) => headOf(path.join(folder, name))));
      return infos.filter((info) => info !== null).sort((a, b) => (a.url < b.url ? -1 : 1));
    },

    async remove(url) {
      await rm(fileOf(url), { force: true });
    },
  };
}

function damaged(file: string): StoredState {
  return { state: 'damaged', file, message: 'The stored entity schema is damaged; it has to be fetched again.' };
}

/** Readable for people, and different for any two addresses. */
function fileName(url: string): string {
  const address = addressOf(url);
  const readable = address.replace(/^https?:\/\//, '').replace(/[^a-z\d.-]+/gi, '_');
  return `${readable.slice(0, 60)}-${createHash('sha256').update(address).digest('hex').slice(0, 12)}${suffix}`;
}

function addressOf(url: string): string {
  const address = shopAddress(url);
  if (address === null) throw new Error('A schema can only be kept for the address of a shop.');
  return address;
}

async function headOf(file: string): Promise<StoredSchemaInfo | null> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength);
    const head = buffer.subarray(0, bytesRead);
    return infoOf(head.subarray(0, head.indexOf(newline)).toString('utf8'));
  } catch {
    return null;
  }
}

function infoOf(line: string): StoredSchemaInfo | null {
  const value = parsedJson(line);
  if (typeof value !== 'object' || value === null) return null;
  if (!('url' in value && 'version' in value && 'fetchedAt' in value)) return null;
  const { url, version, fetchedAt } = value;
  if (typeof url !== 'string' || typeof fetchedAt !== 'string') return null;
  return version === null || typeof version === 'string' ? { url, version, fetchedAt } : null;
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
