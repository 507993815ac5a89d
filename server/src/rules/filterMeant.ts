import { t } from '@vscode/l10n';
import type { World } from '../analysis/world.ts';
import { FAMILIES, typesOf } from '../criteria/grammar/families.ts';
import { TEXT_TYPES } from '../criteria/grammar/filters.ts';
import { memberValues } from '../criteria/memberValues.ts';
import { entriesOf } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { memberOf } from './conditions.ts';
import { addEntry, replaceJson, wrap } from './edits.ts';
import { boundMeant } from './keyMeant.ts';
import { suggestion } from './messages.ts';
import { typeTold } from './missingKeys.ts';
import { nearest } from './nearest.ts';
import type { Edit, Fix, RuleContext } from './rule.ts';
import { asBound, boundEdits, siblingHint, siblingMeant } from './siblingFilter.ts';
import { isExclusive, isPattern, negatedType, nullMeant, typeMeant } from './typeMeant.ts';

/** What a type that there is not stands for, as a sentence behind a space; empty where nobody can tell. */
export function typeHint(written: string, { version }: World): string {
  const types = typesOf('filter', version);
  const asked = nullMeant(written);
  if (asked === 'null') return ` ${t('That is "equals" with "value": null.')}`;
  if (asked === 'not null') return ` ${t('That is "equals" with "value": null inside "not".')}`;
  if (isExclusive(written)) return ` ${t('That is "not" with "operator": "xor" inside "not".')}`;
  const negated = negatedType(written, types);
  if (negated !== undefined) return ` ${t('That is "{0}" inside "not".', negated)}`;
  const meant = typeMeant(written, types);
  const isBounded = boundMeant(written) !== undefined || isBetween(meant, written);
  return isBounded ? ` ${siblingHint({ type: 'range' })}` : suggestion(meant);
}

/** `between`: not only the name of `range` is another one. */
function isBetween(meant: string | undefined, written: string): boolean {
  return meant === 'range' && nearest(written, [meant]) === undefined;
}

/** Gives a filter the type that was meant; none where nobody can tell. */
export function typeFixes(filter: TypedNode, context: RuleContext): readonly Fix[] {
  const change = changeOf(filter, context);
  if (!change) return [];
  const title = change.isNegated ? t('Wrap in "not"') : t('Change to "{0}"', change.type);
  return [{ title, edits: editsOf(filter, change, '', ''), preferred: isWhole(filter, change) }];
}

/** Puts one filter into the list that belongs there, and gives it the type that was meant. */
export function intoList(filter: TypedNode, context: RuleContext): Fix {
  const edits = editsOf(filter, changeOf(filter, context) ?? { edits: [] }, '[', ']');
  return { title: t('Put it into a list'), edits, preferred: true };
}

/** What makes a filter the one that was meant. */
interface Change {
  readonly type: string;
  readonly isNegated?: boolean;
  readonly edits: readonly Edit[];
}

function editsOf(
  { json }: TypedNode,
  { edits, isNegated }: Omit<Change, 'type'>,
  open: string,
  close: string,
): readonly Edit[] {
  const before = isNegated ? `${open}{ "type": "not", "queries": [` : open;
  return before === '' ? edits : [...wrap(json, before, isNegated ? `] }${close}` : close), ...edits];
}

function changeOf(filter: TypedNode, { document, world }: RuleContext): Change | undefined {
  const type = memberOf(filter, 'type');
  if (!type) return untyped(filter);
  const written: unknown = type.json.value;
  if (typeof written !== 'string') return undefined;
  if (written === 'not') return negation(filter, type);
  if (Object.hasOwn(FAMILIES.filter, written)) return siblingMeant(filter, document.syntax.text);
  const { text } = document.syntax;
  const types = typesOf('filter', world.version);
  const asked = nullMeant(written);
  if (asked !== undefined) return nullChange(filter, type, asked === 'not null', text);
  if (isExclusive(written)) return exclusiveChange(filter, type, text);
  if (isPattern(written) && hasWildcard(filter)) return undefined;
  const negated = negatedType(written, types);
  if (negated !== undefined) return negatedChange(filter, type, negated, text);
  const bound = boundMeant(written);
  if (bound !== undefined) return bounded(filter, type, bound);
  const meant = typeMeant(written, types);
  return meant === undefined ? undefined : typed(filter, type, meant, text);
}

/** Of the two that compare for equality the one that takes the value; bounds go where `range` has them. */
function typed(filter: TypedNode, { json }: TypedNode, meant: string, text: string): Change {
  if (meant === 'range') {
    return { type: meant, edits: [replaceJson(json, meant), ...boundEdits(filter, text)] };
  }
  const isList = meant === 'equals' && memberOf(filter, 'value')?.json.type === 'array';
  const type = isList ? 'equalsAny' : meant;
  return { type, edits: [replaceJson(json, type)] };
}

/** A group has no type besides `not`. */
function negatedChange(filter: TypedNode, type: TypedNode, negated: string, text: string): Change {
  const isGroup = memberOf(filter, 'queries') !== undefined && memberOf(filter, 'field') === undefined;
  if (isGroup) return { type: 'not', edits: [replaceJson(type.json, 'not')] };
  return { ...typed(filter, type, negated, text), isNegated: true };
}

/** `{"type": "isNull", "field": …}` → `"type": "equals"`, `"value": null`; undefined where it has another value. */
function nullChange(filter: TypedNode, type: TypedNode, isNegated: boolean, text: string): Change | undefined {
  const value = memberOf(filter, 'value');
  if (value && value.json.type !== 'null' && value.json.value !== true) return undefined;
  const edits = value ? [replaceJson(value.json, null)] : addEntry(text, filter.json, '"value": null');
  return { type: 'equals', isNegated, edits: [replaceJson(type.json, 'equals'), ...edits] };
}

/** `{"type": "xor", "queries": […]}` → `"type": "not"`, `"operator": "xor"`, which is then negated once more. */
function exclusiveChange(filter: TypedNode, type: TypedNode, text: string): Change {
  const operator = memberOf(filter, 'operator');
  const edits = operator ? [replaceJson(operator.json, 'xor')] : addEntry(text, filter.json, '"operator": "xor"');
  return { type: 'not', isNegated: true, edits: [replaceJson(type.json, 'not'), ...edits] };
}

/** Whether the filter has all that its new type needs; what is added has its keys with it. */
function isWhole(filter: TypedNode, { type, edits }: Change): boolean {
  const keys = Object.entries(FAMILIES.filter[type]?.keys ?? {});
  if (TEXT_TYPES.includes(type) && memberOf(filter, 'value')?.json.type !== 'string') return false;
  return edits.length > 1 || keys.every(([name, { required }]) => !required || memberOf(filter, name) !== undefined);
}

/** To the shop `%` is a sign like any other. */
function hasWildcard(filter: TypedNode): boolean {
  return String(memberOf(filter, 'value')?.json.value).includes('%');
}

/** A filter that lacks its type, where its keys tell it. */
function untyped(filter: TypedNode): Change | undefined {
  const values = memberValues(filter);
  const told = typeof values.field === 'string' ? typeTold(values) : undefined;
  const start = entriesOf(filter.json)[0]?.key.offset;
  if (told === undefined || start === undefined) return undefined;
  return { type: told, edits: [{ start, end: start, text: `"type": ${JSON.stringify(told)}, ` }] };
}

/** `{"type": "not", "field": …, "value": …}`: what is negated stands in `queries`. */
function negation(filter: TypedNode, type: TypedNode): Change | undefined {
  const values = memberValues(filter);
  const told = 'field' in values && !('queries' in values) ? typeTold(values) : undefined;
  return told === undefined ? undefined : { type: told, isNegated: true, edits: [replaceJson(type.json, told)] };
}

/** `{"type": "gte", "field": …, "value": 1}` → `"type": "range"`, `"parameters": { "gte": 1 }`. */
function bounded(filter: TypedNode, type: TypedNode, bound: string): Change | undefined {
  const range = replaceJson(type.json, 'range');
  if (memberOf(filter, 'parameters') && !memberOf(filter, 'value')) return { type: 'range', edits: [range] };
  const edits = asBound(filter, bound);
  return edits && { type: 'range', edits: [range, ...edits] };
}
