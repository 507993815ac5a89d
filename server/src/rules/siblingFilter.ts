import { t } from '@vscode/l10n';
import { FAMILIES } from '../criteria/grammar/families.ts';
import { type Entry, entriesOf, type JsonNode } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { memberOf } from './conditions.ts';
import { encloseEntries, removeEntry, renameKey, replaceJson, wrap } from './edits.ts';
import { boundMeant } from './keyMeant.ts';
import type { Edit, Fix } from './rule.ts';

/** The type of filter that the keys of another one tell. */
export interface Sibling {
  readonly type: 'equalsAny' | 'range';
  /** Whether it has that type already, and only its keys are another's. */
  readonly isSame?: true;
  /** The entries that tell it. */
  readonly entries: readonly TypedNode[];
  /** What makes it a filter of that type. */
  readonly edits: readonly Edit[];
}

/** What a filter that compares with one value has for another type: a list of values, or bounds. */
export function siblingMeant(filter: TypedNode, text: string): Sibling | undefined {
  const type = memberOf(filter, 'type');
  const written: unknown = type?.json.value;
  if (written === 'range') return comparisonIn(filter, text) ?? samePair(filter);
  if (!type || typeof written !== 'string' || !takesValue(written)) return undefined;
  const sibling = (written === 'equals' ? listIn(filter) : undefined) ?? boundsIn(filter, text);
  return sibling && { ...sibling, edits: [replaceJson(type.json, sibling.type), ...sibling.edits] };
}

/** Where the keys of a filter that is meant belong, as a sentence. */
export function siblingHint({ type }: Pick<Sibling, 'type'>): string {
  return type === 'range'
    ? t('Bounds belong in "parameters" of "range".')
    : t('A list belongs in "value" of "equalsAny".');
}

/** Makes it the filter that is meant. */
export function siblingFix({ type, isSame, edits }: Sibling): Fix {
  const title = isSame ? t('Move into "{0}"', 'parameters') : t('Change to "{0}"', type);
  return { title, edits, preferred: true };
}

function takesValue(type: string): boolean {
  return Object.hasOwn(FAMILIES.filter[type]?.keys ?? {}, 'value');
}

/** A list in `value`, or under a name that tells it. */
function listIn(filter: TypedNode): Sibling | undefined {
  const value = memberOf(filter, 'value');
  const list = value ?? memberOf(filter, 'values');
  if (list?.json.type !== 'array' || list.json.children?.length === 0) return undefined;
  const edits = list.keyNode && list !== value ? [renameKey(list.keyNode, 'value')] : [];
  return { type: 'equalsAny', entries: [list], edits };
}

/** What makes the bounds of a filter those of a range: where they stand, or two of them in a list. */
export function boundEdits(filter: TypedNode, text: string): readonly Edit[] {
  return (boundsIn(filter, text) ?? pairIn(filter))?.edits ?? [];
}

/** `"value": [1, 5]` → `"parameters": { "gte": 1, "lte": 5 }`. */
function pairIn(filter: TypedNode): Sibling | undefined {
  const value = memberOf(filter, 'value');
  const edits = value && !memberOf(filter, 'parameters') ? pairOfBounds(value.json) : undefined;
  if (!value?.keyNode || !edits) return undefined;
  return { type: 'range', entries: [value], edits: [renameKey(value.keyNode, 'parameters'), ...edits] };
}

/** The same in what is a range already. */
function samePair(filter: TypedNode): Sibling | undefined {
  const pair = pairIn(filter);
  return pair && { ...pair, isSame: true };
}

/** Bounds in `value`, in `parameters`, or beside the field. */
function boundsIn(filter: TypedNode, text: string): Sibling | undefined {
  const value = memberOf(filter, 'value');
  const parameters = memberOf(filter, 'parameters');
  if (value && parameters) return undefined;
  const holder = value ?? parameters;
  if (holder) {
    const names = boundsOf(holder.json.type === 'object' ? entriesOf(holder.json) : []);
    const keyNode = holder === value ? holder.keyNode : undefined;
    const edits = keyNode ? [renameKey(keyNode, 'parameters')] : [];
    return names && { type: 'range', entries: [holder], edits: [...edits, ...names] };
  }
  const entries = filter.children.filter(({ name = '', shadowed }) => !shadowed && boundMeant(name) !== undefined);
  const names = boundsOf(
    entries.flatMap(({ name = '', keyNode: key, json: value }) => (key ? [{ name, key, value }] : [])),
  );
  const edits = encloseEntries(text, entries, '"parameters": {', '}');
  return edits && names && { type: 'range', entries, edits: [...edits, ...names] };
}

/** `"value": 5, "operator": "gte"` in a range: one bound. */
function comparisonIn(filter: TypedNode, text: string): Sibling | undefined {
  const value = memberOf(filter, 'value');
  const operator = memberOf(filter, 'operator');
  const bound = operator && boundMeant(String(operator.json.value));
  const edits = bound === undefined ? undefined : asBound(filter, bound);
  if (!value || !operator || !edits) return undefined;
  return { type: 'range', isSame: true, entries: [value, operator], edits: [...edits, ...removeEntry(text, operator)] };
}

/** `"value": 5` → `"parameters": { "gte": 5 }`; undefined where it is not one value, or where there are bounds already. */
export function asBound(filter: TypedNode, bound: string): readonly Edit[] | undefined {
  const value = memberOf(filter, 'value');
  if (!value?.keyNode || value.json.children || memberOf(filter, 'parameters')) return undefined;
  return [renameKey(value.keyNode, 'parameters'), ...wrap(value.json, `{ ${JSON.stringify(bound)}: `, ' }')];
}

/** What makes each entry a bound; undefined where one is none, or where two are the same one. */
function boundsOf(entries: readonly Entry[]): readonly Edit[] | undefined {
  const bounds = new Set(entries.flatMap(({ name, value }) => (value?.children ? [] : (boundMeant(name) ?? []))));
  const isBounds = bounds.size > 0 && bounds.size === entries.length;
  return isBounds ? entries.flatMap(({ key, name }) => boundName(key, name)) : undefined;
}

/** `[1, 5]` → `{ "gte": 1, "lte": 5 }`; undefined for anything else. */
function pairOfBounds({ type, offset, length, children = [] }: JsonNode): readonly Edit[] | undefined {
  const [from, to, ...others] = children;
  if (type !== 'array' || !from || !to || others.length > 0 || from.children || to.children) return undefined;
  const end = offset + length;
  return [
    { start: offset, end: offset + 1, text: '{ ' },
    { start: from.offset, end: from.offset, text: '"gte": ' },
    { start: to.offset, end: to.offset, text: '"lte": ' },
    { start: end - 1, end, text: ' }' },
  ];
}

function boundName(key: JsonNode | undefined, name: string): readonly Edit[] {
  const meant = boundMeant(name);
  return key && meant !== undefined && meant !== name ? [renameKey(key, meant)] : [];
}
