import { t } from '@vscode/l10n';
import { shapeWithoutType } from '../criteria/grammar/families.ts';
import { TEXT_TYPES } from '../criteria/grammar/filters.ts';
import { SHAPES } from '../criteria/grammar/index.ts';
import type { Value } from '../criteria/grammar/types.ts';
import { memberValues } from '../criteria/memberValues.ts';
import { isArray } from '../criteria/php.ts';
import { jsonValue } from '../criteria/syntax.ts';
import { keyOf, type TypedNode } from '../criteria/typedTree.ts';
import { addEntry, encloseEntries, renameKey, replaceNode } from './edits.ts';
import { keyMeant, meantAmong, unknownEntries } from './keyMeant.ts';
import { renameFix } from './keyRename.ts';
import { isFilter } from './looksLikeOne.ts';
import { allOf, quoted } from './messages.ts';
import type { Fix, RuleContext } from './rule.ts';
import { type Sibling, siblingFix, siblingMeant } from './siblingFilter.ts';
import { sortingsIn } from './sortingFixes.ts';
import { sortingEntries } from './sortingWritten.ts';

/** The keys that an object lacks; what an aggregation must have besides depends on its type. */
export function missingKeys(owner: TypedNode, { faultsOf }: RuleContext): string[] {
  const faults = faultsOf(owner).filter(({ rule, node }) => rule === 'missing-key' && !node);
  const isTypeless = faults.some(({ key }) => key === 'type');
  return [...new Set(faults.flatMap(({ key }) => (key === undefined || (isTypeless && key === 'field') ? [] : [key])))];
}

/** What stands in an object in place of a key that it lacks. */
export interface Strays {
  readonly key: string;
  /** The missing key under another name. */
  readonly renamed?: TypedNode;
  /** What belongs into the value of the missing key (`gte`); empty where `renamed` is there. */
  readonly moved: readonly TypedNode[];
  /** The filter of another type that they are keys of; then it is this type that is wrong. */
  readonly sibling?: Sibling;
}

/** What an object does not know and was meant for the keys that it lacks, in the order of these. */
export function straysIn(owner: TypedNode, context: RuleContext): readonly Strays[] {
  const missing = missingKeys(owner, context);
  const operand = missing.find((key) => key === 'value' || key === 'parameters');
  const sibling = operand === undefined ? undefined : siblingMeant(owner, context.document.syntax.text);
  if (operand !== undefined && sibling) return [{ key: operand, moved: sibling.entries, sibling }];
  return missing.flatMap((key) => straysFor(owner, key, context) ?? []);
}

function straysFor(owner: TypedNode, key: string, context: RuleContext): Strays | undefined {
  const value = owner.shape?.keys[key]?.value;
  if (!value) return undefined;
  const entries = unknownEntries(owner);
  const renamed = entries.find(({ name = '' }) => keyMeant(owner, name) === key) ?? onlyStray(owner, key, context);
  if (renamed) return { key, renamed, moved: [] };
  const moved = entries.filter(({ name = '' }) => nameInside(value, name) !== undefined);
  return moved.length === 0 ? undefined : { key, moved: [...moved, ...nullsBeside(owner, value)].sort(byPlace) };
}

/** What is compared with nothing has a null that means something. */
function nullsBeside(owner: TypedNode, value: Value): readonly TypedNode[] {
  return owner.children.filter(
    ({ name = '', shadowed, json }) =>
      !shadowed && json.type === 'null' && !keyOf(owner, name) && nameInside(value, name) !== undefined,
  );
}

function byPlace(a: TypedNode, b: TypedNode): number {
  return a.json.offset - b.json.offset;
}

/** The only unknown entry where only one key is missing: it was meant for that if it has the right kind of value. */
function onlyStray(owner: TypedNode, key: string, context: RuleContext): TypedNode | undefined {
  const [stray, ...others] = unknownEntries(owner);
  if (!stray || others.length > 0 || missingKeys(owner, context).length !== 1) return undefined;
  const { name = '' } = stray;
  const { expected } = owner;
  const isOfOtherType = expected.is === 'variant' && name in shapeWithoutType(expected.family).keys;
  if (isOfOtherType || keyMeant(owner, name) !== undefined) return undefined;
  return renameFix(owner, stray, key, context.document.syntax.text) && stray;
}

/** What an entry is called inside the value of the missing key; undefined where it does not belong in there. */
function nameInside(value: Value, name: string): string | undefined {
  if (value.is === 'list') return nameInside(value.of, name);
  if (value.is === 'object') return meantAmong(name, Object.keys(SHAPES[value.shape].keys));
  return value.is === 'variant' && name in shapeWithoutType(value.family).keys ? name : undefined;
}

/** Renames or moves what stands in place of missing keys, or adds all that are missing. */
export function missingKeyFixes(owner: TypedNode, context: RuleContext): readonly Fix[] {
  if (owner.json.type !== 'object') return [];
  const strays = straysIn(owner, context);
  const [first] = strays;
  if (!first) return [addFix(owner, context)];
  const { key, renamed, moved, sibling } = first;
  if (sibling) return [siblingFix(sibling)];
  if (!renamed) return moveFixes(owner, key, moved, context.document.syntax.text);
  const sorting = sortingMeant(owner, renamed);
  if (sorting !== undefined) return [sortingFix(owner, renamed, sorting, context.document.syntax.text)];
  return renameFixes(owner, strays, context);
}

/** `"name": "ASC"` becomes a sorting, several become several in a list; elsewhere nobody knows which one is meant. */
function sortingFix(owner: TypedNode, { json }: TypedNode, sorting: string, text: string): Fix {
  const preferred = unknownEntries(owner).length === 1;
  const all = preferred || owner.json.parent?.type !== 'array' ? undefined : sortingsIn(owner, '', '', text);
  if (all) return { title: t('Change to several sortings'), edits: all, preferred: true };
  return { title: t('Change to {0}', sorting), edits: [replaceNode(json.parent ?? json, sorting)], preferred };
}

/** Right where every name is known for its key, and nothing else is missing. */
function renameFixes(owner: TypedNode, strays: readonly Strays[], context: RuleContext): readonly Fix[] {
  const { text } = context.document.syntax;
  const renames = strays.flatMap(({ key, renamed }) => {
    const fix = renamed && renameFix(owner, renamed, key, text);
    return fix ? [{ key, fix, isKnown: keyMeant(owner, renamed.name ?? '') === key }] : [];
  });
  if (renames.length === 0) return [addFix(owner, context)];
  const preferred = renames.length === missingKeys(owner, context).length && renames.every(({ isKnown }) => isKnown);
  const title = t('Change to {0}', allOf(renames.map(({ key }) => key)));
  const change = { title, edits: renames.flatMap(({ fix }) => fix.edits), preferred };
  return renames.every(({ isKnown }) => isKnown) ? [change] : [change, addFix(owner, context)];
}

/** `"name": "ASC"` in a sorting: `"field": "name", "order": "ASC"`; undefined for anything else. */
export function sortingMeant(owner: TypedNode, { name, json }: TypedNode): string | undefined {
  const isSorting = owner.shape && 'order' in owner.shape.keys && !('order' in memberValues(owner));
  return isSorting && name !== undefined ? sortingEntries(name, json.value) : undefined;
}

function addFix(owner: TypedNode, context: RuleContext): Fix {
  const missing = missingKeys(owner, context);
  const entries = missing.map((name, index) => `${JSON.stringify(name)}: ${placeholderOf(owner, name, index + 1)}`);
  const edits = addEntry(context.document.syntax.text, owner.json, ...entries);
  const isComplete = !entries.some((entry) => entry.includes('$'));
  const title = t('Add {0}', missing.map(quoted).join(', '));
  return {
    title,
    edits: isComplete ? edits : edits.map((edit) => ({ ...edit, snippet: true })),
    preferred: isComplete,
  };
}

/** Entries that stand together get an object of their own around them. */
function moveFixes(owner: TypedNode, key: string, moved: readonly TypedNode[], text: string): readonly Fix[] {
  const value = owner.shape?.keys[key]?.value;
  if (!value) return [];
  const renames = moved.flatMap(({ name = '', keyNode }) => {
    const inside = nameInside(value, name);
    return keyNode && inside !== undefined && inside !== name ? [renameKey(keyNode, inside)] : [];
  });
  const type = movedType(value, Object.fromEntries(moved.map(({ name, json }) => [name, jsonValue(json)])));
  const [open, close] = value.is === 'list' ? ['[{', '}]'] : ['{', '}'];
  const edits = encloseEntries(text, moved, `${JSON.stringify(key)}: ${open}`, close, ...(type ? [type] : []));
  if (!edits) return [];
  return [{ title: t('Move into "{0}"', key), edits: [...edits, ...renames], preferred: type !== undefined }];
}

/** The entry of the type that a moved filter needs besides; undefined where it is not known, empty where it needs none. */
function movedType(value: Value, values: Readonly<Record<string, unknown>>): string | undefined {
  const of = value.is === 'list' ? value.of : value;
  if (of.is !== 'variant' || 'type' in values) return '';
  const type = of.family === 'filter' && 'field' in values ? typeTold(values) : undefined;
  return type && `"type": "${type}"`;
}

/** What stands in a new key until the author fills it in; `$1` is where the cursor goes. */
function placeholderOf(owner: TypedNode, key: string, stop: number): string {
  const value = owner.shape?.keys[key]?.value;
  if (key === 'type') return typePlaceholder(owner, stop);
  return value ? placeholder(value, owner.type ?? '', stop) : `"$${stop}"`;
}

/** JSON also for an editor that knows no tab stops. */
function placeholder(value: Value, type: string, stop: number): string {
  if (value.is === 'either') return value.options[0] ? placeholder(value.options[0], type, stop) : `\${${stop}:null}`;
  if (value.is === 'list') return `[$${stop}]`;
  if (value.is === 'object' || value.is === 'map' || value.is === 'variant') return `{$${stop}}`;
  if (value.is === 'operand' && !TEXT_TYPES.includes(type)) return `\${${stop}:null}`;
  return `"$${stop}"`;
}

function typePlaceholder(owner: TypedNode, stop: number): string {
  const type = isFilter(owner.expected) ? typeTold(memberValues(owner)) : undefined;
  return type === undefined ? `"$${stop}"` : `"${type}"`;
}

/** The type of a filter that its other keys tell; else the author must say. */
export function typeTold(values: Readonly<Record<string, unknown>>): string | undefined {
  if ('queries' in values) return 'multi';
  if ('parameters' in values && !('value' in values)) return 'range';
  if ('value' in values) return isArray(values.value) ? 'equalsAny' : 'equals';
  return undefined;
}
