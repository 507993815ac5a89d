import type { Analysis } from '../../analysis/analyze.ts';
import { memberValues } from '../../criteria/memberValues.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';

/** What a symbol is, for icons. */
export type SymbolKind = 'key' | 'list' | 'filter' | 'sorting' | 'aggregation' | 'association' | 'alias' | 'value';

/** A part of a criteria with a name that says what it does. Offsets into the text. */
export interface CriteriaSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly start: number;
  readonly end: number;
  /** What is selected when one goes there; inside `start` to `end`. */
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly children: readonly CriteriaSymbol[];
}

/** The outline of a criteria: its keys, and below them filters, sortings, aggregations and associations by what they do. */
export function documentSymbols({ document }: Analysis): readonly CriteriaSymbol[] {
  return document.root ? document.root.children.map(symbolOf) : [];
}

function symbolOf(node: TypedNode): CriteriaSymbol {
  const { json, keyNode } = node;
  const nameNode = keyNode ?? json;
  return {
    ...labelOf(node),
    start: nameNode.offset,
    end: json.offset + json.length,
    nameStart: nameNode.offset,
    nameEnd: nameNode.offset + nameNode.length,
    children: node.children.flatMap(withoutWrapping).filter(isWorthShowing).map(symbolOf),
  };
}

/** The filters of a group stand right below it, without the list between. */
function withoutWrapping(node: TypedNode): readonly TypedNode[] {
  return node.name === 'queries' && node.expected.is === 'list' ? node.children : [node];
}

/** Members that already stand in the name of their owner are left out. */
function isWorthShowing(node: TypedNode): boolean {
  if (node.name === 'parameters' && node.expected.is === 'object') return false;
  if (node.association) return true;
  if (node.json.type === 'object' || node.json.type === 'array') return (node.json.children?.length ?? 0) > 0;
  return node.criteria === node.parent || node.parent?.expected.is === 'list' || node.parent?.expected.is === 'map';
}

function labelOf(node: TypedNode): Pick<CriteriaSymbol, 'name' | 'detail' | 'kind'> {
  const { expected, name = '', parent, json } = node;
  const isElement = node.keyNode === undefined;
  if (expected.is === 'variant')
    return isElement ? variantLabel(node) : { ...variantLabel(node), name: `${name}: ${variantLabel(node).name}` };
  if (isElement && expected.is === 'object') return objectLabel(node);
  if (parent?.expected.is === 'map') {
    if (parent.expected.keys === 'association') return { name, detail: node.entity ?? '', kind: 'association' };
    if (parent.expected.keys === 'alias') return { name, detail: shorten(json.value ?? listed(node)), kind: 'alias' };
    return { name: `equals ${name}`, detail: shorten(json.value), kind: 'filter' };
  }
  if (expected.is === 'object' && expected.shape === 'termsSorting') {
    const { field, order } = memberValues(node);
    return { name, detail: words(field, order), kind: 'sorting' };
  }
  if (json.type === 'array' || json.type === 'object') return { name, detail: '', kind: 'list' };
  return isElement
    ? { name: shorten(json.value), detail: '', kind: 'value' }
    : { name, detail: shorten(json.value), kind: 'key' };
}

/** `equals manufacturer.name`, `terms by-manufacturer`. */
function variantLabel(node: TypedNode): Pick<CriteriaSymbol, 'name' | 'detail' | 'kind'> {
  const { type, field, name, operator, value, parameters } = memberValues(node);
  const isFilter = node.expected.is === 'variant' && node.expected.family === 'filter';
  if (!isFilter) return { name: words(type, name), detail: words(field), kind: 'aggregation' };
  return { name: words(type, field ?? operator), detail: comparedWith(value, parameters), kind: 'filter' };
}

/** `10`, `red, blue`, `gte 5, lt 10`. */
function comparedWith(value: unknown, parameters: unknown): string {
  const bounds = Object.entries(Object(parameters)).map(([name, bound]) => words(name, bound));
  const values = Array.isArray(value) ? value : [value];
  return shorten([...values.map((single) => words(single)), ...bounds].filter((text) => text !== '').join(', '));
}

/** A sorting, a scored filter, a range. */
function objectLabel(node: TypedNode): Pick<CriteriaSymbol, 'name' | 'detail' | 'kind'> {
  const { field, order, score, key, from, to } = memberValues(node);
  if (field !== undefined) return { name: words(field), detail: words(order), kind: 'sorting' };
  if (score !== undefined) return { name: words('score', score), detail: '', kind: 'filter' };
  return { name: words(key ?? `${words(from)} – ${words(to)}`), detail: '', kind: 'value' };
}

function listed(node: TypedNode): string {
  return node.children.map(({ json }) => String(json.value)).join(', ');
}

function words(...values: readonly unknown[]): string {
  const known = values.filter((value) => ['string', 'number', 'boolean'].includes(typeof value));
  return shorten(known.join(' '));
}

function shorten(value: unknown): string {
  const text = String(value ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
