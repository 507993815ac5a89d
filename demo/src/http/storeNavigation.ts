import type { Row } from '../engine/database.ts';
import type { Filter } from '../engine/filter.ts';
import type { EntityJson } from '../engine/readEntities.ts';
import { grouped } from './propertyGroups.ts';
import { keyIn } from './storeBody.ts';
import { answered, type Found, type StoreCall, type StoreRoute, searchWith } from './storeRoute.ts';

/** The categories below a root, as a tree or as a bare list (NavigationRoute). */
export const NAVIGATION_ROUTE: StoreRoute = {
  path: /^\/store-api\/navigation\/[^/]+\/([^/]+)$/,
  entity: 'category',
  answer: navigation,
};

const DEFAULT_DEPTH = 2;

function navigation(call: StoreCall): Found {
  const id = rootId(call);
  const [root] = call.table.where('id', id);
  if (!root) return answered(call, [], false);
  const depth = Number(keyIn(call.body, 'depth') ?? DEFAULT_DEPTH);
  const criteria = { ...call.criteria, limit: undefined, offset: 0 };
  const found = searchWith({ ...call, criteria }, [belowOrSelf(id), levels(root, depth)]).entities;
  const counted = withVisibleChildren(call, root, found);
  const isTree = !['false', '0', ''].includes(keyIn(call.body, 'buildTree') ?? 'true');
  return answered(call, isTree ? new Tree(call, counted).below(id) : counted, found.length > 0);
}

/** Only in a navigation the visible children are counted, those of the root are not (CategoryService). */
function withVisibleChildren(
  { table }: StoreCall,
  root: Row,
  categories: readonly EntityJson[],
): readonly EntityJson[] {
  const rows = categories.flatMap(({ id }) => table.where('id', String(id)));
  const shown = grouped(rows.filter(isShown), ({ parentId }) => String(parentId));
  return categories.map((category) => {
    const children = category.id === root.id ? [] : (shown.get(String(category.id)) ?? []);
    return { ...category, visibleChildCount: children.length };
  });
}

function isShown({ active, visible }: Row): boolean {
  return active === true && visible === true;
}

/** The shop's own names for the roots of its navigations, or an id. */
function rootId({ shop, parameter }: StoreCall): string {
  return parameter === 'main-navigation' ? shop.salesChannel.navigationId : parameter;
}

function belowOrSelf(id: string): Filter {
  const queries: readonly Filter[] = [
    { kind: 'equals', field: 'id', value: id },
    { kind: 'contains', field: 'path', value: `|${id}|` },
  ];
  return { kind: 'group', operator: 'OR', negated: false, queries };
}

/** One level more than is shown is read. */
function levels(root: Row, depth: number): Filter {
  return { kind: 'range', field: 'level', bounds: { lte: Number(root.level) + depth + 1 } };
}

/** Puts categories below their parents. What is inactive or hidden is left out, with everything below it. */
class Tree {
  readonly #byParent = new Map<string, { readonly row: Row; readonly entity: EntityJson }[]>();

  constructor({ table }: StoreCall, entities: readonly EntityJson[]) {
    for (const entity of entities) {
      const [row] = table.where('id', String(entity.id));
      if (!row || !isShown(row)) continue;
      const parent = String(row.parentId);
      this.#byParent.set(parent, [...(this.#byParent.get(parent) ?? []), { row, entity }]);
    }
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
