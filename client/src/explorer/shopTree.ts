import { t } from '@vscode/l10n';
import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import type { SchemaReference } from '../../../server/src/protocol.ts';
import { type CommandName, commandId } from '../commandNames.ts';
import { schemaLabel } from '../connections/schemaLabel.ts';
import type { Schemas } from '../connections/schemas.ts';
import { nameInBold, originOfEntry } from '../connections/shopEntry.ts';
import type { Shops } from '../connections/shops.ts';
import { Disposables } from '../disposables.ts';
import type { LanguageServer } from '../languageClient.ts';
import {
  entityDescription,
  entityIcon,
  entityTooltip,
  propertyDescription,
  propertyIcon,
  propertyTooltip,
} from './labels.ts';
import {
  type EntityNode,
  fieldPathOf,
  filterEntities,
  type GroupNode,
  type HintNode,
  idOf,
  type PropertyNode,
  rootEntityOf,
  type ShopNode,
  sortProperties,
  type TreeNode,
} from './nodes.ts';

/** What the tree is made from. */
export interface ShopTreeParts {
  readonly shops: Shops;
  readonly schemas: Schemas;
  readonly server: LanguageServer;
  readonly log: LogOutputChannel;
}

/** shop › entities › properties and associations, unfolded as deep as one likes; each level is asked for when opened. */
export class ShopTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #disposables = new Disposables();
  readonly #changed = this.#disposables.add(new EventEmitter<TreeNode | undefined>());
  readonly #parts: ShopTreeParts;
  #filter = '';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(parts: ShopTreeParts) {
    this.#parts = parts;
    const refresh = () => this.#changed.fire(undefined);
    this.#disposables.add(parts.shops.onDidChange(refresh));
    this.#disposables.add(parts.schemas.onDidChange(refresh));
  }

  /** Words that an entity's name must hold; empty for all entities. */
  get filter(): string {
    return this.#filter;
  }

  set filter(filter: string) {
    if (filter === this.#filter) return;
    this.#filter = filter;
    this.#changed.fire(undefined);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    try {
      if (node === undefined) return await this.#shopNodes();
      if (node.kind === 'shop') return await this.#entityNodes(node);
      if (node.kind === 'group')
        return node.entities.map((entity) => ({ kind: 'entity', parent: node, schema: node.schema, entity }));
      return node.kind === 'hint' ? [] : await this.#propertyNodes(node);
    } catch (error) {
      this.#parts.log.error(`Shops: ${error instanceof Error ? error.message : String(error)}`);
      return node?.kind === 'shop' ? [hintOf(node, t('The entities cannot be shown. The log says more.'))] : [];
    }
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'shop' ? undefined : node.parent;
  }

  async getTreeItem(node: TreeNode): Promise<TreeItem> {
    const item = await this.#itemOf(node);
    item.id = node.kind === 'entity' && this.#filter !== '' ? `${idOf(node)} filtered` : idOf(node);
    return item;
  }

  resolveTreeItem(item: TreeItem, node: TreeNode, _token: CancellationToken): TreeItem {
    if (node.kind === 'entity') item.tooltip = new MarkdownString(entityTooltip(node.entity));
    if (node.kind === 'property') {
      const path = `${rootEntityOf(node)}.${fieldPathOf(node)}`;
      item.tooltip = new MarkdownString(propertyTooltip(node.property, path));
    }
    return item;
  }

  /** The node of an entity in the tree of a shop. */
  async find(shop: ShopNode, entity: string): Promise<EntityNode | undefined> {
    const nodes = await this.getChildren(shop);
    const carriers = await Promise.all(
      nodes.filter(({ kind }) => kind === 'group').map((group) => this.getChildren(group)),
    );
    return [...nodes, ...carriers.flat()].find(
      (node): node is EntityNode => node.kind === 'entity' && node.entity.name === entity,
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #shopNodes(): Promise<ShopNode[]> {
    return (await this.#parts.shops.list()).map((entry) => ({ kind: 'shop', entry }));
  }

  async #entityNodes(parent: ShopNode): Promise<(EntityNode | GroupNode | HintNode)[]> {
    const { schemas, server } = this.#parts;
    const schema = await schemas.referenceFor(parent.entry);
    if (schema === undefined && parent.entry.definition.admin === undefined) {
      const missing = t('No entity schema without a sign-in to the Admin API');
      return [hintOf(parent, missing, 'edit', 'editShop')];
    }
    if (schema === undefined) {
      return [hintOf(parent, t('Connect to see the entities…'), 'plug', 'reloadSchema')];
    }
    schemas.touch(parent.entry);
    const entities = filterEntities(await server.entities(schema.id), this.#filter);
    if (entities.length === 0) return [hintOf(parent, t('No entity matches "{0}".', this.#filter))];
    const shown = this.#filter === '' ? entities.filter(({ kind }) => kind === 'entity') : entities;
    const carriers = entities.filter((entity) => !shown.includes(entity));
    const nodes = shown.map((entity): EntityNode => ({ kind: 'entity', parent, schema, entity }));
    return carriers.length === 0 ? nodes : [...nodes, { kind: 'group', parent, schema, entities: carriers }];
  }

  async #propertyNodes(parent: EntityNode | PropertyNode): Promise<PropertyNode[]> {
    const { schema } = parent;
    const entity = parent.kind === 'entity' ? parent.entity.name : parent.property.entity;
    if (entity === undefined) return [];
    const properties = await this.#parts.server.properties(schema.id, entity);
    return sortProperties(properties).map((property) => ({ kind: 'property', parent, schema, property }));
  }

  #itemOf(node: TreeNode): TreeItem | Promise<TreeItem> {
    switch (node.kind) {
      case 'shop':
        return this.#shopItem(node);
      case 'group':
        return groupItem(node);
      case 'entity':
        return entityItem(node);
      case 'property':
        return propertyItem(node);
      case 'hint':
        return hintItem(node);
    }
  }

  async #shopItem({ entry }: ShopNode): Promise<TreeItem> {
    const { shops, schemas } = this.#parts;
    const [active, schema, distinction] = await Promise.all([
      shops.active(),
      schemas.referenceFor(entry),
      shops.distinction(entry),
    ]);
    const isActive = active?.key === entry.key;
    const open = isActive || entry.from === 'demo';
    const item = new TreeItem(
      entry.name,
      open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
    );
    const live = entry.definition.production === true;
    item.description = [distinction, isActive && t('active'), live && t('production shop'), schema?.version]
      .filter(Boolean)
      .join(' · ');
    item.iconPath = shopIcon(isActive, live);
    item.contextValue = ['shop', entry.from, isActive && 'active'].filter(Boolean).join(' ');
    item.tooltip = shopTooltip(entry.name, originOfEntry(entry), live, schema);
    return item;
  }
}

function shopIcon(active: boolean, live: boolean): ThemeIcon {
  const color = live ? 'notificationsWarningIcon.foreground' : active ? 'charts.green' : undefined;
  return new ThemeIcon(live ? 'flame' : 'plug', color === undefined ? undefined : new ThemeColor(color));
}

function shopTooltip(name: string, origin: string, live: boolean, schema: SchemaReference | undefined): MarkdownString {
  const lines = [nameInBold(name, live), origin, schemaLabel(schema)];
  return new MarkdownString(lines.join('\n\n'));
}

function groupItem({ entities }: GroupNode): TreeItem {
  const item = new TreeItem(t('Translations and Mappings'), TreeItemCollapsibleState.Collapsed);
  item.description = String(entities.length);
  item.iconPath = new ThemeIcon('layers');
  return item;
}

function entityItem({ entity }: EntityNode): TreeItem {
  const item = new TreeItem(entity.name, TreeItemCollapsibleState.Collapsed);
  item.description = entityDescription(entity);
  item.iconPath = new ThemeIcon(entityIcon(entity));
  item.contextValue = entity.kind === 'mapping' ? 'mapping' : 'entity';
  return item;
}

function propertyItem({ property }: PropertyNode): TreeItem {
  const leads = property.kind === 'association' && property.entity !== undefined;
  const item = new TreeItem(property.name, leads ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  const color = property.deprecated || property.runtime ? 'disabledForeground' : undefined;
  item.description = propertyDescription(property);
  item.iconPath = new ThemeIcon(propertyIcon(property), color === undefined ? undefined : new ThemeColor(color));
  item.contextValue = property.kind;
  return item;
}

function hintOf(parent: ShopNode, message: string, icon = 'info', command?: CommandName): HintNode {
  return { kind: 'hint', parent, message, icon, ...(command !== undefined && { command }) };
}

function hintItem({ parent, message, icon, command }: HintNode): TreeItem {
  const item = new TreeItem(message, TreeItemCollapsibleState.None);
  item.iconPath = new ThemeIcon(icon);
  if (command !== undefined) item.command = { command: commandId(command), title: message, arguments: [parent] };
  return item;
}
