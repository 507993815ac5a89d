import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { shopAddress } from './address.ts';
import { isAbsence, readFault } from './errors/readFault.ts';
import { isRecord, parsedJson } from './json.ts';
import { type CustomField, isCustomField } from './reading/customFields.ts';

/** Where a schema comes from. */
interface StoredSchemaInfo {
  /** The shop's address, without credentials. */
  readonly url: string;
  /** The shop's version when the schema was fetched; null where it was not known. */
  readonly version: string | null;
  /** When it was fetched, as ISO 8601. */
  readonly fetchedAt: string;
}

/** A stored schema. */
export interface StoredSchema extends StoredSchemaInfo {
  /** The text of the shop's answer, byte for byte. */
  readonly text: string;
  /** The shop's custom fields; absent where they are not known. */
  readonly customFields?: readonly CustomField[];
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
  /**
   * Keeps the schema, in place of an older one, whose custom fields stay where there are no newer ones. A reader sees
   * the old file or the new one, never half of one.
   */
  write(schema: StoredSchema): Promise<void>;
  /** Forgets the shop's schema. */
  remove(url: string): Promise<void>;
}

const zip = promisify(gzip);
const unzip = promisify(gunzip);
const suffix = '.entity-schema.gz';
const newline = 0x0a;

/**
 * A store in `folder`, which is made when the first schema is written. A file is one line of JSON (what is known about
 * the schema), and compressed by gzip, whose checksum tells damage from content, the schema's text; before it stand the
 * custom fields as another line of JSON where the first line announces them.
 */
export function createSchemaStore(folder: string): SchemaStore {
  const fileOf = (url: string) => path.join(folder, fileName(url));
  const read = async (url: string) => stateOf(fileOf(url));
  return {
    read,

    async write(schema) {
      const file = fileOf(schema.url);
      const customFields = schema.customFields ?? customFieldsIn(await read(schema.url));
      const content = await packed({ ...schema, ...(customFields && { customFields }) });
      await mkdir(folder, { recursive: true });
      const unfinished = `${file}.${randomUUID()}`;
      try {
        await writeFile(unfinished, content);
        await rename(unfinished, file);
      } finally {
        await rm(unfinished, { force: true });
      }
    },

    async remove(url) {
      await rm(fileOf(url), { force: true });
    },
  };
}

async function stateOf(file: string): Promise<StoredState> {
  try {
    return await unpacked(file, await readFile(file));
  } catch (error) {
    if (isAbsence(error)) return { state: 'none' };
    return { state: 'damaged', file, message: `The stored entity schema is not used. ${readFault(error)}` };
  }
}

async function unpacked(file: string, content: Buffer): Promise<StoredState> {
  try {
    const end = content.indexOf(newline);
    const head = parsedJson(content.subarray(0, end).toString('utf8'));
    const info = infoOf(head);
    if (info === null) return damaged(file);
    const body = (await unzip(content.subarray(end + 1))).toString('utf8');
    return { state: 'stored', schema: { ...info, ...contentOf(body, announcesCustomFields(head)) } };
  } catch {
    // gzip's checksum: whatever it says, the content is not what was written.
    return damaged(file);
  }
}

function contentOf(body: string, hasCustomFields: boolean): Pick<StoredSchema, 'text' | 'customFields'> {
  if (!hasCustomFields) return { text: body };
  const end = body.indexOf('\n');
  const customFields = parsedJson(body.slice(0, end));
  const text = body.slice(end + 1);
  return Array.isArray(customFields) ? { text, customFields: customFields.filter(isCustomField) } : { text };
}

async function packed({ url, version, fetchedAt, text, customFields }: StoredSchema): Promise<Buffer> {
  const info: StoredSchemaInfo = { url: addressOf(url), version, fetchedAt };
  const head = JSON.stringify(customFields ? { ...info, customFields: true } : info);
  const body = customFields ? `${JSON.stringify(customFields)}\n${text}` : text;
  return Buffer.concat([Buffer.from(`${head}\n`), await zip(body, { level: 9 })]);
}

function customFieldsIn(kept: StoredState): StoredSchema['customFields'] {
  return kept.state === 'stored' ? kept.schema.customFields : undefined;
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

function infoOf(value: unknown): StoredSchemaInfo | null {
  if (!isRecord(value)) return null;
  const { url, version, fetchedAt } = value;
  if (typeof url !== 'string' || typeof fetchedAt !== 'string') return null;
  return version === null || typeof version === 'string' ? { url, version, fetchedAt } : null;
}

function announcesCustomFields(head: unknown): boolean {
  return isRecord(head) && head.customFields === true;
}
