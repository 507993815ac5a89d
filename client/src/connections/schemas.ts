import { createHash } from 'node:crypto';
import path from 'node:path';
import { t } from '@vscode/l10n';
import { type Disposable, EventEmitter, type LogOutputChannel, RelativePattern, Uri, workspace } from 'vscode';
import type { SchemaAnswer, SchemaReference, SchemaSource } from '../../../server/src/protocol.ts';
import {
  type CustomField,
  customFieldsOf,
  looksLikeEntitySchema,
  readTextFile,
  type SchemaStore,
  type Shop,
  type StoredSchema,
} from '../../../shop/src/index.ts';
import { Disposables } from '../disposables.ts';
import { failureOf, NotConnected } from './failure.ts';
import type { Sessions } from './sessions.ts';
import { originOfEntry, type ShopEntry } from './shopEntry.ts';

/** A schema that was read in the last hour is not asked for again by itself. */
const freshFor = 60 * 60_000;
/** After a failure the next attempt by itself waits this long. */
const patience = 10 * 60_000;

/** Cancels the reading of a schema; is told how much of it has come. */
export type ReadOptions = NonNullable<Parameters<Shop['entitySchema']>[0]>;

type Answer = Exclude<SchemaAnswer, { error: string }>;

/** How a schema was brought up to date. */
export interface Refreshed {
  /** The shop's schema is another one than the one in use so far. */
  readonly changed: boolean;
  readonly reference: SchemaReference;
  /** The committed file that checks keep using, where it differs from what the shop says now. */
  readonly differsFromFile?: { readonly file: string; readonly text: string };
}

/** What `onDidFail` tells: the shop whose schema could not be read in the background, and a sentence about it. */
export interface RefreshFailure {
  readonly entry: ShopEntry;
  readonly message: string;
}

/**
 * The entity schemas of the shops: the one a configuration commits, else the stored one, else none (the server then
 * takes the bundled one). Read from the disk at once, refreshed in the background when used and old, never by a clock.
 */
export class Schemas implements Disposable {
  readonly #disposables = new Disposables();
  readonly #changed = this.#disposables.add(new EventEmitter<ShopEntry>());
  readonly #failed = this.#disposables.add(new EventEmitter<RefreshFailure>());
  readonly #store: SchemaStore;
  readonly #sessions: Sessions;
  readonly #log: LogOutputChannel;
  readonly #references = new Map<string, Promise<SchemaReference | undefined>>();
  readonly #answers = new Map<string, Answer>();
  /** Those of shops whose schema is a committed file. */
  readonly #customFields = new Map<string, readonly CustomField[]>();
  readonly #attempts = new Map<string, number>();
  readonly #watched = new Set<string>();

  /** The schema of a shop is another one, or newer, than before. */
  readonly onDidChange = this.#changed.event;
  /** A shop's schema could not be read in the background; told once a shop until it succeeds again. */
  readonly onDidFail = this.#failed.event;

  constructor(store: SchemaStore, sessions: Sessions, log: LogOutputChannel) {
    this.#store = store;
    this.#sessions = sessions;
    this.#log = log;
  }

  /** The schema in use for a shop; undefined where only the bundled one is left. */
  referenceFor(entry: ShopEntry): Promise<SchemaReference | undefined> {
    const key = keyOf(entry);
    const known = this.#references.get(key);
    if (known !== undefined) return known;
    const loading = this.#load(entry);
    this.#references.set(key, loading);
    return loading;
  }

  /** The schema that `referenceFor` named. */
  answer(id: string): SchemaAnswer {
    return this.#answers.get(id) ?? { error: t('The entity schema {0} is no longer known.', id) };
  }

  /** Refreshes in the background what is old, without asking anybody anything. */
  async touch(entry: ShopEntry): Promise<void> {
    if (entry.definition.admin === undefined) return;
    const reference = await this.referenceFor(entry);
    const now = Date.now();
    const read = reference?.fetchedAt === undefined ? 0 : Date.parse(reference.fetchedAt);
    const attempted = this.#attempts.get(keyOf(entry));
    const wait = reference?.source === 'file' ? freshFor : patience;
    if (now - read < freshFor || (attempted !== undefined && now - attempted < wait)) return;
    this.#attempts.set(keyOf(entry), now);
    if (reference?.source === 'file') return this.#touchBesideFile(entry, reference);
    try {
      await this.refresh(entry, 'quiet');
    } catch (error) {
      const { message } = failureOf(error);
      this.#log.info(`Schema of ${entry.name}: ${message}`);
      // Nothing is broken where consent or credentials are missing: an action of the person asks for them.
      if (attempted === undefined && !(error instanceof NotConnected)) this.#failed.fire({ entry, message });
    }
  }

  /** A touch may try again at once: something that it depends on changed. */
  forgive(entry: ShopEntry): void {
    this.#attempts.delete(keyOf(entry));
  }

  /**
   * Reads the shop's schema, version and custom fields now, and keeps them. Where that fails, also because something
   * else than a schema came, everything stays as it was; without the custom fields it does not fail.
   *
   * @throws NotConnected, ShopError.
   */
  async refresh(entry: ShopEntry, mode: 'ask' | 'quiet', options: ReadOptions = {}): Promise<Refreshed> {
    const before = await this.referenceFor(entry);
    const shop = await this.#sessions.open(entry, 'admin', mode);
    const [version, text, read] = await Promise.all([
      shop.version(options),
      shop.entitySchema(options),
      this.#customFieldsOf(entry, shop, options),
    ]);
    const fetchedAt = new Date().toISOString();
    const known = before && this.#answers.get(before.id);
    const answer = answerOf(text, read ?? known?.customFields);
    if (entry.from !== 'demo') await this.#keep({ url: shop.url, version, fetchedAt, ...answer });
    this.#attempts.delete(keyOf(entry));
    if (before?.source === 'file') return this.#besideFile(entry, before, answer);
    const live = this.#remember(answer, 'live', { version, fetchedAt });
    this.#references.set(keyOf(entry), Promise.resolve(live));
    this.#changed.fire(entry);
    return { changed: before?.id !== live.id, reference: live };
  }

  /** Forgets what is stored for a shop. */
  async remove(entry: ShopEntry): Promise<void> {
    this.#references.delete(keyOf(entry));
    await this.#store.remove(entry.definition.url);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Reads what no file holds, without asking anybody anything; the file is as good without it. */
  async #touchBesideFile(entry: ShopEntry, reference: SchemaReference): Promise<void> {
    const known = this.#answers.get(reference.id);
    try {
      const shop = await this.#sessions.open(entry, 'admin', 'quiet');
      const customFields = known && (await this.#customFieldsOf(entry, shop));
      if (customFields) this.#besideFile(entry, reference, answerOf(known.text, customFields));
    } catch (error) {
      this.#log.info(`Custom fields of ${entry.name}: ${failureOf(error).message}`);
    }
  }

  /** The committed file stays in force; of what the shop said only the custom fields are used, which no file holds. */
  #besideFile(entry: ShopEntry, before: SchemaReference, live: Answer): Refreshed {
    const text = this.#answers.get(before.id)?.text ?? live.text;
    if (live.customFields) this.#customFields.set(keyOf(entry), live.customFields);
    const reference = { ...before, ...this.#remember(answerOf(text, live.customFields), 'file', {}) };
    this.#references.set(keyOf(entry), Promise.resolve(reference));
    if (reference.id !== before.id) this.#changed.fire(entry);
    const file = text === live.text ? undefined : entry.definition.schema;
    const differing = file !== undefined && { differsFromFile: { file, text: live.text } };
    return { changed: false, reference, ...differing };
  }

  /** Undefined where they cannot be read, which takes privileges of its own. */
  async #customFieldsOf(
    entry: ShopEntry,
    shop: Shop,
    { signal }: ReadOptions = {},
  ): Promise<readonly CustomField[] | undefined> {
    try {
      return await customFieldsOf(shop, { signal });
    } catch (error) {
      this.#log.info(`Custom fields of ${entry.name}: ${failureOf(error).message}`);
      return undefined;
    }
  }

  async #load(entry: ShopEntry): Promise<SchemaReference | undefined> {
    return (await this.#committed(entry)) ?? (await this.#stored(entry));
  }

  async #committed(entry: ShopEntry): Promise<SchemaReference | undefined> {
    const { schema, shopware } = entry.definition;
    if (schema === undefined) return undefined;
    const file = path.resolve(entry.folder, schema);
    this.#watch(entry, file);
    const text = await readSchema(file).catch((error: unknown) => {
      const message = t('The schema file {0} of shop "{1}" is not used.', schema, entry.name);
      this.#failed.fire({ entry, message: `${message} ${failureOf(error).message}` });
    });
    if (text === undefined) return undefined;
    const customFields = this.#customFields.get(keyOf(entry)) ?? (await this.#storedCustomFields(entry));
    return this.#remember(answerOf(text, customFields), 'file', {
      ...(shopware !== undefined && { version: shopware }),
    });
  }

  async #storedCustomFields({ definition }: ShopEntry): Promise<readonly CustomField[] | undefined> {
    const stored = await this.#store.read(definition.url);
    return stored.state === 'stored' ? stored.schema.customFields : undefined;
  }

  async #stored(entry: ShopEntry): Promise<SchemaReference | undefined> {
    if (entry.from === 'demo') return undefined;
    const stored = await this.#store.read(entry.definition.url);
    if (stored.state === 'damaged') this.#log.warn(stored.message);
    if (stored.state !== 'stored') return undefined;
    const { text, customFields, version, fetchedAt } = stored.schema;
    const verdict = looksLikeEntitySchema(text);
    if (verdict !== true) {
      this.#log.warn(`The stored schema of ${entry.name} is not used. ${verdict}`);
      return undefined;
    }
    return this.#remember(answerOf(text, customFields), 'stored', { fetchedAt, ...(version !== null && { version }) });
  }

  async #keep(schema: StoredSchema): Promise<void> {
    try {
      await this.#store.write(schema);
    } catch (error) {
      this.#log.warn(`The schema of ${schema.url} cannot be stored: ${String(error)}`);
    }
  }

  #remember(
    answer: Answer,
    source: SchemaSource,
    about: Pick<SchemaReference, 'version' | 'fetchedAt'>,
  ): SchemaReference {
    const { text, customFields } = answer;
    const hash = createHash('sha256').update(text);
    if (customFields) hash.update(JSON.stringify(customFields));
    const id = hash.digest('hex').slice(0, 16);
    this.#answers.set(id, answer);
    return { id, source, ...about };
  }

  #watch(entry: ShopEntry, file: string): void {
    if (this.#watched.has(file)) return;
    this.#watched.add(file);
    const pattern = new RelativePattern(Uri.file(path.dirname(file)), path.basename(file));
    const watcher = this.#disposables.add(workspace.createFileSystemWatcher(pattern));
    const changed = () => {
      this.#references.delete(keyOf(entry));
      this.#changed.fire(entry);
    };
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      this.#disposables.add(event(changed));
    }
  }
}

/** The text of a committed schema; rejects with the reason why it cannot be used. */
async function readSchema(file: string): Promise<string> {
  const text = await readTextFile(file);
  if (text === null) throw new Error(t('There is no such file.'));
  const verdict = looksLikeEntitySchema(text);
  if (verdict !== true) throw new Error(verdict);
  return text;
}

function answerOf(text: string, customFields: readonly CustomField[] | undefined): Answer {
  return { text, ...(customFields && { customFields }) };
}

/** A shop whose address or schema file changed is another one. */
function keyOf(entry: ShopEntry): string {
  const { url, schema, shopware } = entry.definition;
  return JSON.stringify([originOfEntry(entry), url, entry.folder, schema, shopware]);
}
