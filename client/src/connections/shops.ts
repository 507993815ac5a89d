import os from 'node:os';
import { t } from '@vscode/l10n';
import {
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type Memento,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { parseShop } from '../../../shop/src/index.ts';
import { Disposables } from '../disposables.ts';
import type { Configurations, LoadedConfiguration } from './configurations.ts';
import type { DemoShop } from './demoShop.ts';
import { distinctionOf, type ShopEntry } from './shopEntry.ts';

/** The setting that holds the user's own shops. */
export const shopsSetting = 'swcriteria.shops';

const activeShop = 'activeShop';

/** All shops of the window, and the one that criteria belong to which name none. */
export class Shops implements Disposable {
  readonly #disposables = new Disposables();
  readonly #changed = this.#disposables.add(new EventEmitter<void>());
  readonly #configurations: Configurations;
  readonly #demo: DemoShop;
  readonly #state: Memento;
  readonly #log: LogOutputChannel;
  #complained = '';

  readonly onDidChange = this.#changed.event;

  /** `state` remembers the active shop of the workspace. */
  constructor(configurations: Configurations, demo: DemoShop, state: Memento, log: LogOutputChannel) {
    this.#configurations = configurations;
    this.#demo = demo;
    this.#state = state;
    this.#log = log;
    const changed = () => this.#changed.fire();
    this.#disposables.add(configurations.onDidChange(changed));
    this.#disposables.add(demo.onDidChange(changed));
    this.#disposables.add(workspace.onDidGrantWorkspaceTrust(changed));
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(shopsSetting)) changed();
      }),
    );
  }

  /** Those of the workspace's configurations (where it is trusted), the user's own, and the demo shop while it runs. */
  async list(): Promise<readonly ShopEntry[]> {
    const configurations = workspace.isTrusted ? await this.#configurations.all() : [];
    return [...configurations.flatMap(shopsOf), ...this.#ownShops()];
  }

  /** What tells a shop from others of the window with the same name; null where there are none. */
  async distinction(entry: ShopEntry): Promise<string | null> {
    return distinctionOf(entry, await this.list());
  }

  /**
   * The shop that a document belongs to: the one it names (its configuration's first, then the user's own), else the
   * workspace's active one, else its configuration's default. Undefined where there is none.
   */
  async forDocument(document: Uri, name?: string): Promise<ShopEntry | undefined> {
    const ofConfiguration = await this.#configuredFor(document);
    if (name !== undefined) return [...ofConfiguration.shops, ...this.#ownShops()].find((shop) => shop.name === name);
    return (await this.#chosen()) ?? ofConfiguration.default;
  }

  /** The names that `// @shop` may take in a document. */
  async namesFor(document: Uri): Promise<readonly string[]> {
    const { shops } = await this.#configuredFor(document);
    return [...new Set([...shops, ...this.#ownShops()].map(({ name }) => name))];
  }

  /** The shop of documents that name none, as far as it does not depend on the document. */
  async active(): Promise<ShopEntry | undefined> {
    const chosen = await this.#chosen();
    if (chosen !== undefined || !workspace.isTrusted) return chosen;
    return (await this.#configurations.all()).map(defaultOf).find((shop) => shop !== undefined);
  }

  /** Whether the shop that was chosen for this workspace is the demo shop, running or not. */
  get choseDemo(): boolean {
    return this.#state.get(activeShop) === 'demo';
  }

  /** Makes a shop the active one of this workspace. */
  async use(entry: Pick<ShopEntry, 'key'>): Promise<void> {
    await this.#state.update(activeShop, entry.key);
    this.#changed.fire();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #chosen(): Promise<ShopEntry | undefined> {
    const key = this.#state.get<string>(activeShop);
    return key === undefined ? undefined : (await this.list()).find((shop) => shop.key === key);
  }

  async #configuredFor(document: Uri): Promise<{ readonly shops: ShopEntry[]; readonly default?: ShopEntry }> {
    const loaded = workspace.isTrusted ? await this.#configurations.forDocument(document) : null;
    if (loaded === null) return { shops: [] };
    const shop = defaultOf(loaded);
    return { shops: shopsOf(loaded), ...(shop && { default: shop }) };
  }

  #ownShops(): ShopEntry[] {
    const own = Object.entries(workspace.getConfiguration().get<Record<string, unknown>>(shopsSetting, {}));
    const shops = own.flatMap(([name, value]): ShopEntry[] => {
      const parsed = parseShop(value);
      if (parsed.problems === undefined) {
        return [{ key: `user:${name}`, name, from: 'user', definition: parsed.shop, folder: os.homedir() }];
      }
      const [problem] = parsed.problems;
      if (problem !== undefined) this.#complain(name, `${problem.path.join('.')}: ${problem.message}`);
      return [];
    });
    return this.#demo.entry ? [...shops, this.#demo.entry] : shops;
  }

  #complain(name: string, problem: string): void {
    const sentence = `${t('The shop "{0}" in your settings cannot be used.', name)} ${problem}`;
    if (sentence === this.#complained) return;
    this.#complained = sentence;
    this.#log.warn(sentence);
    window.showWarningMessage(sentence);
  }
}

function shopsOf({ uri, folder, configuration }: LoadedConfiguration): ShopEntry[] {
  return Object.entries(configuration.shops ?? {}).map(([name, definition]) => ({
    key: `configuration:${uri.toString()}#${name}`,
    name,
    from: 'configuration',
    definition,
    folder,
    configuration: uri.toString(),
  }));
}

/** The default shop of a configuration; the only one where there is just one. */
function defaultOf(loaded: LoadedConfiguration): ShopEntry | undefined {
  const shops = shopsOf(loaded);
  const { defaultShop } = loaded.configuration;
  if (defaultShop !== undefined) return shops.find(({ name }) => name === defaultShop);
  return shops.length === 1 ? shops[0] : undefined;
}
