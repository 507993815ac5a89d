import { createHash } from 'node:crypto';
import path from 'node:path';
import { t } from '@vscode/l10n';
import { type Disposable, EventEmitter, type LogOutputChannel, RelativePattern, Uri, workspace } from 'vscode';
import type { SchemaAnswer, SchemaReference, SchemaSource } from '../../../server/src/protocol.ts';
import {
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
  readonly #texts = new Map<string, string>();
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

  /** The text of a schema that `referenceFor` named. */
  text(id: string): SchemaAnswer {
    const text = this.#texts.get(id);
    return text === undefined ? { error: t('The entity schema {0} is no longer known.', id) } : { text };
  }

  /** Refreshes in the background what is old, without asking anybody anything. */
  async touch(entry: ShopEntry): Promise<void> {
    if (entry.definition.admin === undefined) return;
    const reference = await this.referenceFor(entry);
    const now = Date.now();
    const read = reference?.fetchedAt === undefined ? 0 : Date.parse(reference.fetchedAt);
    const attempted = this.#attempts.get(keyOf(entry));
    if (reference?.source === 'file' || now - read < freshFor) return;
    if (attempted !== undefined && now - attempted < patience) return;
    this.#attempts.set(keyOf(entry), now);
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
   * Reads the shop's schema and version now, and keeps them. Where that fails, also because something else than a
   * schema came, everything stays as it was.
   *
   * @throws NotConnected, ShopError.
   */
  async refresh(entry: ShopEntry, mode: 'ask' | 'quiet', options: ReadOptions = {}): Promise<Refreshed> {
    const before = await this.referenceFor(entry);
    const shop = await this.#sessions.open(entry, 'admin', mode);
    const [version, text] = await Promise.all([shop.version(options), shop.entitySchema(options)]);
    const fetchedAt = new Date().toISOString();
    if (entry.from !== 'demo') await this.#keep({ url: shop.url, version, fetchedAt, text });
    this.#attempts.delete(keyOf(entry));
    const live = this.#remember(text, 'live', { version, fetchedAt });
    if (before?.source === 'file') {
      const file = before.id === live.id ? undefined : entry.definition.schema;
      return { changed: false, reference: before, ...(file !== undefined && { differsFromFile: { file, text } }) };
    }
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

  async #load(entry: ShopEntry): Promise<SchemaReference | undefined> {
    return (await this.#committed(entry)) ?? (await this.#stored(entry));
  }

  async #committed(entry: ShopEntry): Promise<SchemaReference | undefined> {
    const { schema, shopware } = entry.definition;
    if (schema === undefined) return undefined;
    const file = path.resolve(entry.folder, schema);
    this.#watch(entry, file);
    const text = await readTextFile(file).catch(() => null);
    const verdict = text === null ? t('It cannot be read.') : looksLikeEntitySchema(text);
    if (text !== null && verdict === true) {
      return this.#remember(text, 'file', { ...(shopware !== undefined && { version: shopware }) });
    }
    const message = t('The schema file {0} of shop "{1}" is not used.', schema, entry.name);
    this.#failed.fire({ entry, message: `${message} ${verdict}` });
    return undefined;
  }

  async #stored(entry: ShopEntry): Promise<SchemaReference | undefined> {
    if (entry.from === 'demo') return undefined;
    const stored = await this.#store.read(entry.definition.url);
    if (stored.state === 'damaged') this.#log.warn(stored.message);
    if (stored.state !== 'stored') return undefined;
    const { text, version, fetchedAt } = stored.schema;
    const verdict = looksLikeEntitySchema(text);
    if (verdict !== true) {
      this.#log.warn(`The stored schema of ${entry.name} is not used. ${verdict}`);
      return undefined;
    }
    return this.#remember(text, 'stored', { fetchedAt, ...(version !== null && { version }) });
  }

  async #keep(schema: StoredSchema): Promise<void> {
    try {
      await this.#store.write(schema);
    } catch (error) {
      this.#log.warn(`The schema of ${schema.url} cannot be stored: ${String(error)}`);
    }
  }

  #remember(
    text: string,
    source: SchemaSource,
    about: Pick<SchemaReference, 'version' | 'fetchedAt'>,
  ): SchemaReference {
    const id = createHash('sha256').update(text).digest('hex').slice(0, 16);
    this.#texts.set(id, text);
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

/** A shop whose address or schema file changed is another one. */
function keyOf(entry: ShopEntry): string {
  const { url, schema, shopware } = entry.definition;
  return JSON.stringify([originOfEntry(entry), url, entry.folder, schema, shopware]);
}
