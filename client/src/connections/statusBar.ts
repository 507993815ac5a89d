import { t } from '@vscode/l10n';
import {
  commands,
  type Disposable,
  MarkdownString,
  type QuickPickItem,
  StatusBarAlignment,
  ThemeColor,
  window,
} from 'vscode';
import type { SchemaReference } from '../../../server/src/protocol.ts';
import { type CommandName, commandId } from '../commandNames.ts';
import { Disposables } from '../disposables.ts';
import type { DocumentContexts, World } from '../documentContext.ts';
import { languageId } from '../languageClient.ts';
import { schemaLabel, schemaMark } from './schemaLabel.ts';
import type { Schemas } from './schemas.ts';
import { nameInBold, originOfEntry, type ShopEntry } from './shopEntry.ts';
import type { Shops } from './shops.ts';

/** The parts that the status bar item shows. */
export interface StatusBarParts {
  readonly shops: Shops;
  readonly schemas: Schemas;
  readonly contexts: DocumentContexts;
}

/** Shop, version and schema of the criteria file in front; without one, of the active shop. Hidden where neither is. */
export class StatusBar implements Disposable {
  readonly #disposables = new Disposables();
  readonly #parts: StatusBarParts;
  readonly #item = this.#disposables.add(window.createStatusBarItem('swcriteria.shop', StatusBarAlignment.Right, 100));
  #shop: ShopEntry | undefined;
  #schema: SchemaReference | undefined;

  constructor(parts: StatusBarParts) {
    this.#parts = parts;
    this.#item.name = t('Shopware Shop');
    this.#item.command = commandId('showActions');
    const update = () => this.#update();
    for (const event of [parts.shops.onDidChange, parts.schemas.onDidChange, parts.contexts.onDidTell]) {
      this.#disposables.add(event(update));
    }
    this.#disposables.add(window.onDidChangeActiveTextEditor(update));
    this.#update();
  }

  /** What can be done about the shop that is shown. */
  async showActions(): Promise<void> {
    const chosen = await window.showQuickPick(actionsFor(this.#shop), {
      title: titleOf(this.#shop),
      placeHolder: schemaLabel(this.#schema),
    });
    if (chosen !== undefined) await commands.executeCommand(commandId(chosen.command), ...(chosen.argument ?? []));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #update(): Promise<void> {
    const world = await this.#world();
    this.#shop = world?.shop;
    this.#schema = world?.schema;
    if (world === undefined) {
      this.#item.hide();
      return;
    }
    const { shop, schema } = world;
    const production = shop?.definition.production ?? false;
    const parts = shop
      ? [shop.name, shop.definition.shopware ?? schema?.version, schemaMark(schema, new Date())]
      : [t('No shop'), schemaMark(undefined, new Date())];
    const icon = production ? 'flame' : shop ? 'plug' : 'debug-disconnect';
    this.#item.text = `$(${icon}) ${parts.filter(Boolean).join(' · ')}`;
    this.#item.backgroundColor = production ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.tooltip = tooltipOf(world, shop ? await this.#parts.shops.distinction(shop) : null);
    this.#item.accessibilityInformation = { label: `Shopware: ${parts.filter(Boolean).join(', ')}` };
    this.#item.show();
  }

  async #world(): Promise<World | undefined> {
    const { shops, schemas, contexts } = this.#parts;
    const document = window.activeTextEditor?.document;
    const inFront = document?.languageId === languageId ? document : undefined;
    const known = inFront && contexts.worldOf(inFront.uri);
    if (known !== undefined) return known;
    const shop = inFront ? await shops.forDocument(inFront.uri) : await shops.active();
    if (shop === undefined) return inFront && {};
    const schema = await schemas.referenceFor(shop);
    return { shop, ...(schema && { schema }) };
  }
}

interface Action extends QuickPickItem {
  readonly command: CommandName;
  readonly argument?: readonly unknown[];
}

function actionsFor(shop: ShopEntry | undefined): Action[] {
  const ofShop: Action[] = shop
    ? [
        { label: `$(refresh) ${t('Reload Schema')}`, command: 'reloadSchema', argument: [{ entry: shop }] },
        { label: `$(symbol-class) ${t('Show Entity…')}`, command: 'showEntity' },
      ]
    : [];
  const ownShop: Action[] =
    shop && shop.from !== 'demo'
      ? [
          {
            label: `$(link-external) ${t('Open Administration in Browser')}`,
            command: 'openAdministration',
            argument: [{ entry: shop }],
          },
          { label: `$(edit) ${t('Edit Shop')}`, command: 'editShop', argument: [{ entry: shop }] },
        ]
      : [];
  const demoShop: Action[] =
    shop?.from === 'demo' ? [{ label: `$(discard) ${t('Reset Demo Shop')}`, command: 'resetDemoShop' }] : [];
  return [
    { label: `$(plug) ${t('Select Shop…')}`, command: 'selectShop' },
    ...ofShop,
    ...ownShop,
    ...demoShop,
    { label: `$(add) ${t('Add Shop…')}`, command: 'addShop' },
    { label: `$(rocket) ${t('Open Demo Shop')}`, command: 'openDemoShop' },
    { label: `$(output) ${t('Show Log')}`, command: 'showLog' },
  ];
}

function titleOf(shop: ShopEntry | undefined): string {
  return shop === undefined ? t('Shopware: no shop') : `${shop.name}: ${originOfEntry(shop)}`;
}

function tooltipOf({ shop, schema }: World, distinction: string | null): MarkdownString {
  const lines =
    shop === undefined
      ? [`**${t('No shop is connected')}**`, t('Criteria are checked against the schema of a plain Shopware.')]
      : [
          nameInBold(shop.name, shop.definition.production),
          originOfEntry(shop),
          distinction === null ? '' : t('Not the only shop of this name: {0}', distinction),
          schema?.version === undefined ? '' : `Shopware ${schema.version}`,
          schemaLabel(schema),
        ];
  return new MarkdownString([...lines.filter((line) => line !== ''), t('Click for actions.')].join('\n\n'));
}
