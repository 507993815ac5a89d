import type { EntitySummary, PropertySummary, SchemaReference } from '../../../server/src/protocol.ts';
import type { CommandName } from '../commandNames.ts';
import type { ShopEntry } from '../connections/shopEntry.ts';

/** A shop of the tree. */
export interface ShopNode {
  readonly kind: 'shop';
  readonly entry: ShopEntry;
}

/** The entities of a shop that only carry others: translations and mappings. */
export interface GroupNode {
  readonly kind: 'group';
  readonly parent: ShopNode;
  readonly schema: SchemaReference;
  readonly entities: readonly EntitySummary[];
}

/** An entity below its shop. */
export interface EntityNode {
  readonly kind: 'entity';
  readonly parent: ShopNode | GroupNode;
  readonly schema: SchemaReference;
  readonly entity: EntitySummary;
}

/** A field or an association, below its entity or below the association that leads to its entity. */
export interface PropertyNode {
  readonly kind: 'property';
  readonly parent: EntityNode | PropertyNode;
  readonly schema: SchemaReference;
  readonly property: PropertySummary;
}

/** A sentence in place of entities, with something to do. */
export interface HintNode {
  readonly kind: 'hint';
  readonly parent: ShopNode;
  readonly message: string;
  readonly icon: string;
  readonly command?: CommandName;
}

export type TreeNode = ShopNode | GroupNode | EntityNode | PropertyNode | HintNode;

/** The shop that a node stands below. */
export function shopOf(node: TreeNode): ShopNode {
  return node.kind === 'shop' ? node : shopOf(node.parent);
}

/** The entity that the first segment of the node's field path starts at. */
export function rootEntityOf(node: EntityNode | PropertyNode): string {
  return node.kind === 'entity' ? node.entity.name : rootEntityOf(node.parent);
}

/** The field path of a property, from its root entity on: `manufacturer.media.url`. */
export function fieldPathOf({ parent, property }: PropertyNode): string {
  return parent.kind === 'entity' ? property.name : `${fieldPathOf(parent)}.${property.name}`;
}

/** Tells a node from every other one, also after the tree was built anew. */
export function idOf(node: TreeNode): string {
  switch (node.kind) {
    case 'shop':
      return node.entry.key;
    case 'group':
      return `${idOf(node.parent)}/~`;
    case 'entity':
      return `${idOf(node.parent)}/${node.entity.name}`;
    case 'property':
      return `${idOf(node.parent)}/${node.property.name}`;
    case 'hint':
      return `${idOf(node.parent)}/?`;
  }
}

/**
 * The entities whose name holds all the words of the filter, in any order; those that start with it first.
 * `-` and `_` are the same, as everywhere in criteria files.
 */
export function filterEntities(entities: readonly EntitySummary[], filter: string): EntitySummary[] {
  const wanted = filter.toLowerCase().replaceAll('-', '_').trim();
  const words = wanted.split(/\s+/);
  const found = entities.filter(({ name }) => words.every((word) => name.includes(word)));
  const rank = ({ name }: EntitySummary) => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2);
  return found.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

/** Properties as one looks for them: the primary key, then fields, then associations, each by name. */
export function sortProperties(properties: readonly PropertySummary[]): PropertySummary[] {
  const rank = ({ primaryKey, kind }: PropertySummary) => (primaryKey ? 0 : kind === 'field' ? 1 : 2);
  return [...properties].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
