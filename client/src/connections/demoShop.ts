import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { t } from '@vscode/l10n';
import { type Disposable, EventEmitter, type LogOutputChannel } from 'vscode';
import type { ShopEntry } from './shopEntry.ts';

/** The one line that the demo shop prints as soon as it listens. */
interface Announcement {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessKey: string;
}

/** The name under which the demo shop stands in lists and in `// @shop`. */
export const demoShopName = 'demo';

/** The demo shop of this window: a child process that ends with it. */
export class DemoShop implements Disposable {
  readonly #program: string;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  #process: ChildProcess | undefined;
  #starting: Promise<ShopEntry> | undefined;
  #entry: ShopEntry | undefined;

  readonly onDidChange = this.#changed.event;

  /** `program` is the path of the command line's bundle. */
  constructor(program: string, log: LogOutputChannel) {
    this.#program = program;
    this.#log = log;
  }

  /** The shop while it runs. */
  get entry(): ShopEntry | undefined {
    return this.#entry;
  }

  /** Starts it, or gives the one that runs. Rejects with a sentence when it does not come up. */
  start(): Promise<ShopEntry> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  stop(): void {
    this.#process?.kill();
    this.#ended();
  }

  dispose(): void {
    this.stop();
    this.#changed.dispose();
  }

  async #start(): Promise<ShopEntry> {
    const child = fork(this.#program, ['demo', '--format', 'json'], {
      silent: true,
      execArgv: [],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    this.#process = child;
    child.once('exit', () => {
      if (this.#process === child) this.#ended();
    });
    child.stderr?.on('data', (text: Buffer) => this.#log.info(`demo shop: ${text.toString().trimEnd()}`));
    const announced = await announcementOf(child).catch((error: unknown) => {
      this.stop();
      throw error;
    });
    this.#entry = entryOf(announced);
    this.#changed.fire();
    return this.#entry;
  }

  #ended(): void {
    this.#process = undefined;
    this.#starting = undefined;
    if (this.#entry === undefined) return;
    this.#entry = undefined;
    this.#changed.fire();
  }
}

function announcementOf(child: ChildProcess): Promise<Announcement> {
  return new Promise((resolve, reject) => {
    const failed = (sentence: string) => reject(new Error(sentence));
    child.once('error', (error) => failed(t('The demo shop did not start: {0}.', error.message)));
    child.once('exit', (code) => failed(sentenceAboutEnd(code)));
    if (child.stdout === null) return failed(t('The demo shop did not start: its output cannot be read.'));
    createInterface(child.stdout).on('line', (line) => {
      const announcement = parseAnnouncement(line);
      if (announcement !== null) resolve(announcement);
    });
  });
}

function sentenceAboutEnd(code: number | null): string {
  return code === null
    ? t('The demo shop did not start: its process ended with a signal. The log says more.')
    : t('The demo shop did not start: its process ended with {0}. The log says more.', code);
}

function parseAnnouncement(line: string): Announcement | null {
  try {
    const value: unknown = JSON.parse(line);
    return isAnnouncement(value) ? value : null;
  } catch {
    return null;
  }
}

function isAnnouncement(value: unknown): value is Announcement {
  if (typeof value !== 'object' || value === null) return false;
  const texts: Partial<Record<string, unknown>> = { ...value };
  return ['url', 'clientId', 'clientSecret', 'accessKey'].every((key) => typeof texts[key] === 'string');
}

function entryOf({ url, clientId, clientSecret, accessKey }: Announcement): ShopEntry {
  return {
    key: 'demo',
    name: demoShopName,
    from: 'demo',
    definition: { url, admin: { clientId }, store: { accessKey } },
    folder: '',
    secret: clientSecret,
  };
}
