import type { Row } from '../engine/database.ts';
import type { EntityJson } from '../engine/entityJson.ts';
import type { Filter } from '../engine/filter.ts';
import { invalidId, Refused } from '../engine/refused.ts';
import { NO_CONTENT } from './answer.ts';
import { grouped } from './propertyGroups.ts';
import { integerIn, isHex, isOn } from './storeBody.ts';
import { answered, type Found, missing, type StoreCall, type StoreRoute, searchWith } from './storeRoute.ts';

/** The categories below a root, as a tree or as a bare list (NavigationRoute, TreeBuildingNavigationRoute). */
export const NAVIGATION_ROUTE: StoreRoute = {
  path: /^\/store-api\/navigation\/([^/]+)\/([^/]+)$/,
  entity: 'category',
  answer: navigation,
};

const DEFAULT_DEPTH = 2;

function navigation(call: StoreCall): Found {
  const [activeAlias = '', rootAlias = ''] = call.parameters;
  const channel = channelOf(call);
  const activeId = idOf(channel, activeAlias);
  // A navigation that the sales channel does not have is empty.
  if (activeId === undefined) return { answer: NO_CONTENT, found: false };
  const rootId = idOf(channel, rootAlias);
  if (rootId === undefined) throw unsetNavigation(channel, rootAlias);
  const active = categoryWith(call, activeId);
  const root = categoryWith(call, rootId);
  if (!rootsOf(channel).some((id) => isWithin(active, id))) throw missingCategory(activeId);
  const depth = integerIn(call.body, 'depth') ?? DEFAULT_DEPTH;
  const shown = categories(call, root, isWithin(active, rootId) ? active : root, depth);
  return answered(call, shown, shown.length > 0);
}

/** One level more than is wanted, and the way to the active category with its children. */
function categories(call: StoreCall, root: Row, active: Row, depth: number): readonly EntityJson[] {
  const id = String(root.id);
  const deepest = Number(root.level) + depth + 1;
  const isInLevels = (row: Row) => isWithin(row, id) && row !== root && Number(row.level) <= deepest;
  const levels = call.table.rows.filter(isInLevels);
  const wanted = [...levels, ...call.table.where('parentId', String(active.id)), ...wayTo(call, active), active];
  const among: Filter = { kind: 'equalsAny', field: 'id', values: [...new Set(wanted.map((row) => String(row.id)))] };
  const criteria = { ...call.criteria, limit: undefined, offset: 0 };
  const found = searchWith({ ...call, criteria }, [among]).entities;
  const counted = withVisibleChildren(found, levels);
  return isOn(call.body, 'buildTree', true) ? new Tree(call, counted).below(id) : counted;
}

/** Only in a navigation the visible children are counted, and only those of its levels (CategoryService). */
function withVisibleChildren(found: readonly EntityJson[], levels: readonly Row[]): readonly EntityJson[] {
  const ids = new Set(levels.map(({ id }) => id));
  const children = grouped(levels.filter(isShown), ({ parentId }) => String(parentId));
  return found.map((category) => {
    const own = ids.has(String(category.id)) ? children.get(String(category.id)) : undefined;
    return { ...category, visibleChildCount: own?.length ?? 0 };
  });
}

function isShown({ active, visible }: Row): boolean {
  return active === true && visible === true;
}

/** The categories above one, as its path names them. */
function wayTo({ table }: StoreCall, { path }: Row): readonly Row[] {
  const ids = String(path ?? '')
    .split('|')
    .filter(Boolean);
  return ids.flatMap((id) => table.where('id', id));
}

/** Whether a category is this one, or stands below it. */
function isWithin({ id, path }: Row, ancestor: string): boolean {
  return id === ancestor || String(path ?? '').includes(`|${ancestor}|`);
}

/** The shop's own names for its navigations, and the property of the sales channel that says where each begins. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['main-navigation', 'navigationCategoryId'],
  ['footer-navigation', 'footerCategoryId'],
  ['service-navigation', 'serviceCategoryId'],
]);

function channelOf({ shop }: StoreCall): Row {
  return shop.database.table('sales_channel')?.where('id', shop.salesChannel.id)[0] ?? {};
}

/** The id behind a name, any other text as it is; undefined for a navigation that the sales channel does not have. */
function idOf(channel: Row, nameOrId: string): string | undefined {
  const property = ALIASES.get(nameOrId);
  if (property === undefined) return nameOrId;
  const id = channel[property];
  return typeof id === 'string' ? id : undefined;
}

function rootsOf(channel: Row): readonly string[] {
  return [...ALIASES.values()].flatMap((property) => channel[property] ?? []).map(String);
}

function categoryWith({ table }: StoreCall, id: string): Row {
  if (!isHex(id)) throw invalidId(id);
  const [row] = table.where('id', id.toLowerCase());
  if (!row) throw missingCategory(id);
  return row;
}

function missingCategory(id: string): Refused {
  return missing('CONTENT__CATEGORY_NOT_FOUND', 'category', id);
}

function unsetNavigation({ name }: Row, alias: string): Refused {
  const [kind, code] = alias.startsWith('footer') ? ['Footer', 'FOOTER'] : ['Service', 'SERVICE'];
  const salesChannelName = String(name ?? '');
  const detail = `${kind} category, for sales channel ${salesChannelName}, is not set`;
  return new Refused(400, `CHECKOUT__${code}_CATEGORY_NOT_FOUND`, detail, { salesChannelName });
}

/** Puts categories below their parents. What is inactive or hidden is left out, with everything below it. */
class Tree {
  readonly #byParent: ReadonlyMap<string, readonly { readonly row: Row; readonly entity: EntityJson }[]>;

  constructor({ table }: StoreCall, entities: readonly EntityJson[]) {
    const shown = entities.flatMap((entity) => {
      const [row] = table.where('id', String(entity.id));
      return row && isShown(row) ? [{ row, entity }] : [];
    });
    this.#byParent = grouped(shown, ({ row }) => String(row.parentId));
  }

  below(parent: string): readonly EntityJson[] {
    const children = this.#byParent.get(parent) ?? [];
    return inOrder(children.map(({ row }) => row)).flatMap((row) => {
      const child = children.find((one) => one.row === row);
      return child ? [{ ...child.entity, children: this.below(String(row.id)) }] : [];
    });
  }
}

/** Each category names the one that it follows. */
function inOrder(rows: readonly Row[]): readonly Row[] {
  const ordered: Row[] = [];
  let next = rows.find((row) => !rows.some(({ id }) => id === row.afterCategoryId));
  while (next && !ordered.includes(next)) {
    ordered.push(next);
    const { id } = next;
    next = rows.find(({ afterCategoryId }) => afterCategoryId === id);
  }
  return [...ordered, ...rows.filter((row) => !ordered.includes(row))];
}
