import { t } from '@vscode/l10n';
import { commands, type Disposable, env, type TreeView, window } from 'vscode';
import type { EntitySummary } from '../../../server/src/protocol.ts';
import { commandId } from '../commandNames.ts';
import type { ShopEntry } from '../connections/shopEntry.ts';
import { Disposables } from '../disposables.ts';
import { entityDescription } from './labels.ts';
import { fieldPathOf, type PropertyNode, type TreeNode } from './nodes.ts';
import { ShopTree, type ShopTreeParts } from './shopTree.ts';

/** The view *Shops* and what can be done in it. */
export class Explorer implements Disposable {
  readonly #disposables = new Disposables();
  readonly #parts: ShopTreeParts;
  readonly #tree: ShopTree;
  readonly #view: TreeView<TreeNode>;

  constructor(parts: ShopTreeParts) {
    this.#parts = parts;
    this.#tree = this.#disposables.add(new ShopTree(parts));
    this.#view = this.#disposables.add(
      window.createTreeView('swcriteria.shops', { treeDataProvider: this.#tree, showCollapseAll: true }),
    );
    this.#disposables.add(parts.shops.onDidChange(() => this.#tellWhetherEmpty()));
    this.#tellWhetherEmpty();
  }

  /** Filters the entities while the person types; Escape brings back what was before. */
  filterEntities(): void {
    const before = this.#tree.filter;
    const box = window.createInputBox();
    box.title = t('Filter Entities');
    box.placeholder = 'order line, product_review, …';
    box.prompt = t('Shows the entities whose names contain all the words.');
    box.value = before;
    let accepted = false;
    box.onDidChangeValue((value) => this.#setFilter(value));
    box.onDidAccept(() => {
      accepted = true;
      box.hide();
    });
    box.onDidHide(() => {
      if (!accepted) this.#setFilter(before);
      box.dispose();
    });
    box.show();
  }

  clearFilter(): void {
    this.#setFilter('');
  }

  /** Shows an entity in the tree of a shop, by default the active one; asks which entity where none is named. */
  async showEntity(name?: string, shop?: ShopEntry): Promise<void> {
    const { shops, schemas, server } = this.#parts;
    const entry = shop ?? (await shops.active()) ?? (await shops.list())[0];
    const schema = entry && (await schemas.referenceFor(entry));
    if (entry === undefined || schema === undefined) {
      const connect = t('Select Shop…');
      const message = t('Entities are shown below their shop, and no shop is connected yet.');
      const chosen = await window.showInformationMessage(message, connect);
      if (chosen === connect) await commands.executeCommand(commandId('selectShop'));
      return;
    }
    const entity = name ?? (await askEntity(await server.entities(schema.id)));
    if (entity === undefined) return;
    this.clearFilter();
    const node = await this.#tree.find({ kind: 'shop', entry }, entity.replaceAll('-', '_'));
    if (node !== undefined) await this.#view.reveal(node, { expand: true, focus: true, select: true });
    else window.showInformationMessage(t('The shop "{0}" has no entity "{1}".', entry.name, entity));
  }

  /** Puts the field path of a property on the clipboard. */
  async copyFieldPath(node: PropertyNode): Promise<void> {
    const path = fieldPathOf(node);
    await env.clipboard.writeText(path);
    window.setStatusBarMessage(`$(copy) ${path}`, 3000);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #setFilter(filter: string): void {
    this.#tree.filter = filter;
    this.#view.message = filter === '' ? '' : t('Entities that match "{0}"', filter);
    commands.executeCommand('setContext', 'swcriteria.entityFilter', filter !== '');
  }

  async #tellWhetherEmpty(): Promise<void> {
    const shops = await this.#parts.shops.list();
    await commands.executeCommand('setContext', 'swcriteria.hasShops', shops.length > 0);
  }
}

async function askEntity(entities: readonly EntitySummary[]): Promise<string | undefined> {
  const items = entities.map((entity) => ({ label: entity.name, description: entityDescription(entity) }));
  const chosen = await window.showQuickPick(items, { title: t('Show Entity'), placeHolder: t('An entity') });
  return chosen?.label;
}
