import type { Association, EntitySchema } from '../schema/entitySchema.ts';
import type { ShopwareVersion } from '../shopware/version.ts';
import { namedElements, shadowing, writtenType } from './elements.ts';
import { shapeOfType, shapeWithoutType } from './grammar/families.ts';
import { SHAPES } from './grammar/index.ts';
import { keysOf, unknownKey } from './grammar/keysInOrder.ts';
import type { Key, MapKeys, Shape, Value } from './grammar/types.ts';
import { choose, isLoopedOver, jsonFits } from './jsonTypes.ts';
import { entriesOf, type JsonNode } from './syntax.ts';

/** One JSON value of a body with the role that the grammar gives it. */
export interface TypedNode {
  readonly json: JsonNode;
  /** What may stand here. */
  readonly expected: Value;
  /** False where the value's JSON type is another one; then nothing below is typed. */
  readonly fits: boolean;
  /** The entity in force: field paths and association keys start at it. Undefined where it is not known. */
  readonly entity: string | undefined;
  readonly parent: TypedNode | undefined;
  /** Key or index in the parent; undefined at the root. */
  readonly name: string | undefined;
  /** The node of the key, where the parent is an object. */
  readonly keyNode: JsonNode | undefined;
  /** The table's entry for the key, where the parent has a shape that knows it. */
  readonly key: Key | undefined;
  /** The association that a criteria is loaded for; undefined at the root, and where the name is unknown. */
  readonly association: Association | undefined;
  /** An earlier one of duplicate keys: the server never sees it. */
  readonly shadowed: boolean;
  /** The shape of an object that has one. */
  readonly shape: Shape | undefined;
  /** The `type` of a filter or aggregation, where the table knows it. */
  readonly type: string | undefined;
  /** The criteria that this belongs to: the root's, or an association's. */
  readonly criteria: TypedNode;
  /** RFC 6901, into the body. */
  readonly pointer: string;
  /**
   * Where the server believes it to be (relative to the nested criteria, section 2.6); undefined where it sends none,
   * because nobody collects errors there: in a filter of `query` (section 2.3), but not in the groups of such a filter.
   */
  readonly serverPointer: string | undefined;
  /** Inside `filter` or `post-filter` itself, not below `query` or an aggregation. */
  readonly inFilterList: boolean;
  /** Where it comes in the server's reading order; compare with `compareOrder`. */
  readonly order: readonly number[];
  /** In the order of the text. */
  readonly children: readonly TypedNode[];
}

/** Everything that `key` means as a member of `node`: undefined where `node` has no shape or does not know it. */
export function keyOf(node: TypedNode, key: string): Key | undefined {
  return node.shape && keysOf(node.shape).get(key)?.key;
}

/** Negative when `a` is read first. */
export function compareOrder(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Follows the tree along the grammar; each node is typed once, when it is asked for. Never throws, whatever the text. */
export function typeTree(
  root: JsonNode,
  schema: EntitySchema,
  version: ShopwareVersion,
  entity: string | undefined,
): TypedNode {
  return new Typer(schema, version).type(root, { is: 'object', shape: 'criteria' }, { ...AT_ROOT, entity });
}

/** Where a value stands: all that its node cannot tell from the value itself. */
interface Place {
  readonly parent: GrowingNode | undefined;
  readonly name: string | undefined;
  readonly keyNode: JsonNode | undefined;
  readonly key: Key | undefined;
  /** Position in the server's reading order among its siblings. */
  readonly index: number;
  readonly association: Association | undefined;
  readonly shadowed: boolean;
  readonly entity: string | undefined;
}

const AT_ROOT: Place = {
  parent: undefined,
  name: undefined,
  keyNode: undefined,
  key: undefined,
  index: 0,
  association: undefined,
  shadowed: false,
  entity: undefined,
};

/**
 * A node whose children are found when they are asked for, so that a completion in a long document types only the way
 * to the cursor; so is what only faults need.
 */
class GrowingNode implements TypedNode {
  readonly json: JsonNode;
  readonly expected: Value;
  readonly fits: boolean;
  readonly entity: string | undefined;
  readonly parent: TypedNode | undefined;
  readonly name: string | undefined;
  readonly keyNode: JsonNode | undefined;
  readonly key: Key | undefined;
  readonly association: Association | undefined;
  readonly shadowed: boolean;
  readonly shape: Shape | undefined;
  readonly type: string | undefined;
  readonly criteria: TypedNode;
  readonly #index: number;
  readonly #typer: Typer;
  #children: readonly TypedNode[] | undefined;

  constructor(json: JsonNode, expected: Value, known: KnownShape | undefined, place: Place, typer: Typer) {
    this.json = json;
    this.expected = expected;
    this.fits = jsonFits(json, expected) || isLoopedOver(json, expected);
    this.entity = place.entity;
    this.parent = place.parent;
    this.name = place.name;
    this.keyNode = place.keyNode;
    this.key = place.key;
    this.association = place.association;
    this.shadowed = place.shadowed;
    this.shape = known?.shape;
    this.type = known?.type;
    this.criteria = isCriteria(expected) || !place.parent ? this : place.parent.criteria;
    this.#index = place.index;
    this.#typer = typer;
  }

  get children(): readonly TypedNode[] {
    this.#children ??= this.#typer.childrenOf(this);
    return this.#children;
  }

  get pointer(): string {
    if (!this.parent || this.name === undefined) return '';
    return `${this.parent.pointer}/${this.name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }

  get order(): readonly number[] {
    return this.parent ? [...this.parent.order, this.#index] : [];
  }

  get serverPointer(): string | undefined {
    return serverPointerOf(this);
  }

  get inFilterList(): boolean {
    const key = keyInCriteria(this);
    return key === 'filter' || key === 'post-filter';
  }
}

const NO_CHILDREN: readonly TypedNode[] = [];

/** The key of the criteria below which a node stands (`filter`, `sort` …); undefined for a criteria itself. */
export function keyInCriteria(node: TypedNode): string | undefined {
  if (!node.parent || node.criteria === node) return undefined;
  return node.parent === node.criteria ? node.name : keyInCriteria(node.parent);
}

/** The server's pointers start anew in an association, and where a part is handed to another parser (2.3, 2.6, 4). */
function serverPointerOf(node: TypedNode): string | undefined {
  const { parent, name } = node;
  if (!parent || node.criteria === node) return '';
  if (parent.expected.is === 'variant' && parent.expected.family === 'aggregation') {
    if (name === 'aggregation') return parent.serverPointer;
    if (name === 'filter') return '/filter';
  }
  if (node.expected.is === 'object' && node.expected.shape === 'range') return parent.parent?.serverPointer;
  if (parent === node.criteria && name === 'query') return undefined;
  // A group collects whatever is above it, from its own path on (QueryStringParser::parseQueries).
  const base = parent.serverPointer ?? (isGroup(parent) && name === 'queries' ? '' : undefined);
  return base === undefined ? undefined : `${base}/${name}`;
}

function isGroup({ expected, shape }: TypedNode): boolean {
  return expected.is === 'variant' && expected.family === 'filter' && shape?.keys.queries !== undefined;
}

function isCriteria(value: Value): boolean {
  return value.is === 'object' && (value.shape === 'criteria' || value.shape === 'associationCriteria');
}

// What is nested deeper is no criteria any more, and whoever walks the tree calls himself for each level.
const DEEPEST = 1000;

function depthOf({ parent }: TypedNode): number {
  let depth = 0;
  for (let outer = parent; outer; outer = outer.parent) depth++;
  return depth;
}

const ANYTHING: Value = { is: 'any' };

interface KnownShape {
  readonly shape: Shape;
  readonly type?: string;
}

class Typer {
  readonly #schema: EntitySchema;
  readonly #version: ShopwareVersion;

  constructor(schema: EntitySchema, version: ShopwareVersion) {
    this.#schema = schema;
    this.#version = version;
  }

  type(json: JsonNode, value: Value, place: Place): TypedNode {
    const expected = choose(json, value);
    return new GrowingNode(json, expected, this.#shapeOf(json, expected), place, this);
  }

  #shapeOf(json: JsonNode, expected: Value): KnownShape | undefined {
    if (expected.is === 'object') return KNOWN_SHAPES[expected.shape];
    if (expected.is !== 'variant') return undefined;
    const { family } = expected;
    return shapeOfType(family, writtenType(json), this.#version) ?? { shape: shapeWithoutType(family) };
  }

  childrenOf(node: GrowingNode): readonly TypedNode[] {
    const { expected } = node;
    if (!node.json.children || !node.fits || depthOf(node) >= DEEPEST) return NO_CHILDREN;
    if (expected.is === 'list') return this.#elements(node, expected.of);
    if (expected.is === 'map') return this.#mapEntries(node, expected.keys, expected.of);
    if (node.shape && node.json.type === 'object') return this.#members(node, node.shape);
    return NO_CHILDREN;
  }

  #elements(node: GrowingNode, of: Value): readonly TypedNode[] {
    if (node.json.type === 'object') return this.#loopedOver(node, of);
    const elements = node.json.children ?? [];
    return elements.map((json, index) =>
      this.type(json, of, placeIn(node, String(index), undefined, undefined, index, false)),
    );
  }

  /** PHP takes an object for a list, too: its values in their order. */
  #loopedOver(node: GrowingNode, of: Value): readonly TypedNode[] {
    return namedElements(node.json).map(({ json, keyNode, name }, index) =>
      this.type(json, of, placeIn(node, name, keyNode, undefined, index, false)),
    );
  }

  #mapEntries(node: GrowingNode, keys: MapKeys, of: Value): readonly TypedNode[] {
    const elements = namedElements(node.json);
    const isShadowed = shadowing(elements);
    return elements.map(({ json, keyNode, name }, index) => {
      const place = placeIn(node, name, keyNode, undefined, index, isShadowed(index));
      return this.type(json, of, keys === 'association' ? this.#intoAssociation(node, name, place) : place);
    });
  }

  /** The criteria of an association starts anew at its own entity (section 2.6). */
  #intoAssociation(node: GrowingNode, name: string, place: Place): Place {
    const property = this.#schema.entity(node.entity ?? '')?.properties.get(name);
    const association = property?.kind === 'association' ? property : undefined;
    return { ...place, association, entity: association?.entity };
  }

  #members(node: GrowingNode, shape: Shape): readonly TypedNode[] {
    const entries = entriesOf(node.json);
    const keys = keysOf(shape);
    const isShadowed = shadowing(entries);
    const children: TypedNode[] = [];
    for (let position = 0; position < entries.length; position++) {
      const entry = entries[position];
      if (!entry?.value) continue;
      const known = keys.get(entry.name) ?? unknownKey(entry.name, keys.size);
      const place = placeIn(node, known.name, entry.key, known.key, known.index, isShadowed(position));
      children.push(this.type(entry.value, known.key?.value ?? ANYTHING, place));
    }
    return children;
  }
}

function placeIn(
  parent: GrowingNode,
  name: string,
  keyNode: JsonNode | undefined,
  key: Key | undefined,
  index: number,
  shadowed: boolean,
): Place {
  const { entity } = parent;
  return { parent, name, keyNode, key, index, association: undefined, shadowed: parent.shadowed || shadowed, entity };
}

const KNOWN_SHAPES = Object.fromEntries(Object.entries(SHAPES).map(([name, shape]) => [name, { shape }]));
