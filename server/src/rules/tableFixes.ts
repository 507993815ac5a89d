import { t } from '@vscode/l10n';
import { shapeWithoutType } from '../criteria/grammar/families.ts';
import { SHAPES } from '../criteria/grammar/index.ts';
import type { Value } from '../criteria/grammar/types.ts';
import { memberValues } from '../criteria/memberValues.ts';
import { isArray } from '../criteria/php.ts';
import { jsonValue } from '../criteria/syntax.ts';
import { hasComment } from '../criteria/tokens.ts';
import { keyOf, type TypedNode } from '../criteria/typedTree.ts';
import {
  addEntry,
  changeTo,
  rebracket,
  removeEntry,
  renameKey,
  replaceJson,
  replaceNode,
  textOf,
  wrap,
} from './edits.ts';
import { quoted } from './messages.ts';
import { nearest } from './nearest.ts';
import type { Edit, Fix, RuleContext } from './rule.ts';
import type { TableFault } from './tableFaults.ts';

/** The right edits for what the grammar table says is wrong. */
export function fixesOf(fault: TableFault, context: RuleContext): readonly Fix[] {
  const { text } = context.document.syntax;
  if (fault.rule === 'missing-key') return missingKeyFixes(fault, context);
  if (fault.check.expects === undefined && fault.node && fault.rule === 'unknown-value') {
    return [{ title: t('Remove "{0}"', fault.key ?? ''), edits: removeEntry(text, fault.node), preferred: true }];
  }
  return containerFixes(fault, text) ?? wordFixes(fault) ?? valueFixes(fault, text);
}

/** The words that a key takes. */
export function wordsOf(owner: TypedNode, key: string): string[] {
  const value = owner.shape?.keys[key]?.value;
  return value?.is === 'word' ? value.words.map((word) => String(word.value)) : [];
}

/** The keys that an object lacks; what an aggregation must have besides depends on its type. */
export function missingKeys(owner: TypedNode, { faultsOf }: RuleContext): string[] {
  const faults = faultsOf(owner).filter(({ rule, node }) => rule === 'missing-key' && !node);
  const isTypeless = faults.some(({ key }) => key === 'type');
  return [...new Set(faults.flatMap(({ key }) => (key === undefined || (isTypeless && key === 'field') ? [] : [key])))];
}

/** Keys that the object does not know and that are the missing one misspelt, or belong into its value (`gte`). */
export function strayKeys({ owner, key }: TableFault, context: RuleContext): readonly TypedNode[] {
  if (key === undefined) return [];
  const value = owner.shape?.keys[key]?.value;
  const inner = value ? keysIn(value) : [];
  const missing = missingKeys(owner, context);
  return owner.children.filter(({ name = '', shadowed }) => {
    if (shadowed || keyOf(owner, name)) return false;
    return inner.includes(name) || nearest(name, missing) === key;
  });
}

function keysIn(value: Value): readonly string[] {
  if (value.is === 'object') return Object.keys(SHAPES[value.shape].keys);
  return value.is === 'variant' ? Object.keys(shapeWithoutType(value.family).keys) : [];
}

function missingKeyFixes(fault: TableFault, context: RuleContext): readonly Fix[] {
  const { node, owner, key } = fault;
  if (node || key === undefined || owner.json.type !== 'object') return [];
  const { text } = context.document.syntax;
  const stray = strayKeys(fault, context);
  const [first] = stray;
  if (first?.keyNode && nearest(first.name ?? '', [key]) !== undefined) {
    return [{ title: t('Change to "{0}"', key), edits: [renameKey(first.keyNode, key)], preferred: true }];
  }
  if (stray.length > 0) return moveFixes(key, stray, text);
  const missing = missingKeys(owner, context);
  const entries = missing.map((name, index) => `${JSON.stringify(name)}: ${placeholderOf(owner, name, index + 1)}`);
  const edit = addEntry(text, owner.json, ...entries);
  const names = missing.map(quoted).join(', ');
  const isComplete = !edit.text.includes('$');
  return [{ title: t('Add {0}', names), edits: [isComplete ? edit : { ...edit, snippet: true }], preferred: true }];
}

/** Entries that stand together are moved as they are written. */
function moveFixes(key: string, stray: readonly TypedNode[], text: string): readonly Fix[] {
  const entries = stray.flatMap(({ json }) => json.parent ?? []);
  const [first] = entries;
  const last = entries.at(-1);
  const siblings = first?.parent?.children ?? [];
  if (!first || !last || siblings.indexOf(last) - siblings.indexOf(first) !== entries.length - 1) return [];
  const start = first.offset;
  const end = last.offset + last.length;
  const moved = `${JSON.stringify(key)}: { ${text.slice(start, end)} }`;
  return [{ title: t('Move into "{0}"', key), edits: [{ start, end, text: moved }], preferred: true }];
}

/** What stands in a new key until the author fills it in; `$1` is where the cursor goes. */
function placeholderOf(owner: TypedNode, key: string, stop: number): string {
  const value = owner.shape?.keys[key]?.value;
  if (key === 'type') return typePlaceholder(owner, stop);
  if (value?.is === 'either') return `$${stop}`;
  if (value?.is === 'list') return `[$${stop}]`;
  if (value?.is === 'object' || value?.is === 'map' || value?.is === 'variant') return `{$${stop}}`;
  if (value?.is === 'operand') return `$${stop}`;
  return `"$${stop}"`;
}

/** The type that the other keys tell; else the author must say. */
function typePlaceholder(owner: TypedNode, stop: number): string {
  const values = memberValues(owner);
  if (owner.expected.is === 'variant' && owner.expected.family === 'filter') {
    if ('queries' in values) return '"multi"';
    if ('parameters' in values && !('value' in values)) return '"range"';
    if ('value' in values) return isArray(values.value) ? '"equalsAny"' : '"equals"';
  }
  return `"$${stop}"`;
}

/** One thing instead of a list of them, a list instead of an object, and the way back; undefined for another fault. */
function containerFixes({ owner, node, key }: TableFault, text: string): readonly Fix[] | undefined {
  const container = node && key !== undefined ? node : owner;
  const name = container.name ?? '';
  const expected = key === undefined ? owner.expected : (owner.shape?.keys[key]?.value ?? owner.expected);
  const { json } = container;
  const list = listIn(expected);
  if (list && json.type === 'object') {
    const isOne = looksLikeOne(list.of, memberValues(container));
    if (isOne) return [{ title: t('Put it into a list'), edits: wrap(json, '[', ']'), preferred: true }];
    return name === 'aggregations' ? namedList(container, text) : undefined;
  }
  if (list && json.type === 'string' && list.of.is === 'path') {
    return [{ title: t('Change to {0}', `[${textOf(text, json)}]`), edits: wrap(json, '[', ']'), preferred: true }];
  }
  if (expected.is === 'map' && expected.keys === 'association' && json.type === 'array')
    return associationMap(container, text);
  if (owner.expected.is === 'map' && owner.expected.keys === 'path' && key === undefined)
    return filterList(owner, text);
  const only = json.type === 'array' && json.children?.length === 1 ? json.children[0] : undefined;
  const wantsObject = expected.is === 'object' || expected.is === 'variant';
  if (wantsObject && only?.type === 'object') {
    return [{ title: t('Take it out of the list'), edits: [replaceNode(json, textOf(text, only))], preferred: true }];
  }
  return undefined;
}

function listIn(value: Value): Extract<Value, { is: 'list' }> | undefined {
  if (value.is === 'list') return value;
  return value.is === 'either' ? value.options.flatMap((option) => listIn(option) ?? [])[0] : undefined;
}

function looksLikeOne(of: Value, values: Readonly<Record<string, unknown>>): boolean {
  if (of.is === 'variant') return typeof values.type === 'string';
  return of.is === 'object' && Object.keys(SHAPES[of.shape].keys).some((known) => known in values);
}

/** `{"byName": {…}}` → `[{"name": "byName", …}]`; comments stay where they are. */
function namedList({ json, children }: TypedNode, text: string): readonly Fix[] | undefined {
  if (children.length === 0 || children.some((child) => child.json.type !== 'object')) return undefined;
  const elements = children.map((child) => {
    const { offset, children: members = [] } = child.json;
    if ('name' in memberValues(child)) return replaceKey(child, '', offset, text);
    const entry = `{ "name": ${JSON.stringify(child.name)}`;
    const space = /\s/.test(text[offset + 1] ?? '') ? '' : ' ';
    return replaceKey(child, members.length === 0 ? entry + space : `${entry},${space}`, offset + 1, text);
  });
  if (!elements.every((edit) => edit !== undefined)) return [];
  const edits = [...rebracket(text, json, '[', ']'), ...elements];
  return [{ title: t('Change to a list'), edits, preferred: true }];
}

/** `{"name": null}` → `[{"type": "equals", "field": "name", "value": null}]`: a list takes what a map does not. */
function filterList({ json, children }: TypedNode, text: string): readonly Fix[] {
  const elements = children.map((child) => {
    const type = child.json.type === 'array' ? 'equalsAny' : 'equals';
    const entry = `{ "type": "${type}", "field": ${JSON.stringify(child.name)}, "value": `;
    return replaceKey(child, entry, child.json.offset, text);
  });
  if (!elements.every((edit) => edit !== undefined)) return [];
  const closing = children.map(({ json: { offset, length } }) => insertAt(offset + length, ' }'));
  const edits = [...rebracket(text, json, '[', ']'), ...elements, ...closing];
  return [{ title: t('Change to a list of filters'), edits }];
}

/** Other text in place of a key and what follows it up to `end`; undefined where a comment stands there. */
function replaceKey({ keyNode }: TypedNode, by: string, end: number, text: string): Edit | undefined {
  if (!keyNode || hasComment(text, keyNode.offset, end)) return undefined;
  return { start: keyNode.offset, end, text: by };
}

function insertAt(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

/** `["manufacturer"]` → `{"manufacturer": {}}`. */
function associationMap({ json, children }: TypedNode, text: string): readonly Fix[] | undefined {
  const names = children.map((child) => child.json.value);
  if (!names.every((name) => typeof name === 'string') || new Set(names).size < names.length) return undefined;
  const entries = children.map((child) => insertAt(child.json.offset + child.json.length, ': {}'));
  const edits = [...rebracket(text, json, '{ ', ' }'), ...entries];
  return [{ title: t('Change to an object'), edits, preferred: true }];
}

/** Words that people write for another one. */
const WORDS_MEANT: ReadonlyMap<string, string> = new Map([
  ['descending', 'DESC'],
  ['ascending', 'ASC'],
  ['down', 'DESC'],
  ['up', 'ASC'],
  ['||', 'or'],
  ['&&', 'and'],
  ['any', 'or'],
  ['all', 'and'],
  ['true', 'exact'],
  ['false', 'none'],
]);

/** Words that are near to one that means something else. */
const NOT_MEANT = ['xor', 'nor', 'nand'];

function wordFixes({ node, owner, key }: TableFault): readonly Fix[] | undefined {
  const words = key === undefined ? [] : wordsOf(owner, key);
  if (!node || words.length === 0) return undefined;
  const written = String(node.json.value).trim().toLowerCase();
  const known = WORDS_MEANT.get(written);
  const near = NOT_MEANT.includes(written) || written.length < 2 ? undefined : nearest(written, words);
  const meant = known !== undefined && words.includes(known) ? known : near;
  return meant === undefined || meant === node.json.value
    ? []
    : [{ title: t('Change to "{0}"', meant), edits: [replaceJson(node.json, meant)], preferred: true }];
}

function valueFixes({ node, owner, key, rule }: TableFault, text: string): readonly Fix[] {
  if (!node) return [];
  const value = jsonValue(node.json);
  if (owner.expected.is === 'map' && owner.expected.keys === 'association') {
    return [{ title: t('Change to {0}', '{}'), edits: [replaceNode(node.json, '{}')], preferred: true }];
  }
  if (owner.type === 'equals' && key === 'value' && isArray(value)) {
    const type = owner.children.find(({ name }) => name === 'type');
    return type && Array.isArray(value) && value.length > 0
      ? [{ title: t('Change to "{0}"', 'equalsAny'), edits: [replaceJson(type.json, 'equalsAny')], preferred: true }]
      : [];
  }
  if (key === 'ids' && rule === 'invalid-value') return idsFixes(node, value, text);
  const meant = key === 'timeZone' ? zoneMeant(value) : key === 'value' ? durationMeant(owner, value) : undefined;
  if (meant !== undefined && rule === 'invalid-value') return [changeTo(node.json, meant, true)];
  if (key === 'score' && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) {
    return [
      { title: t('Change to {0}', Number(value)), edits: [replaceJson(node.json, Number(value))], preferred: true },
    ];
  }
  if ((key === 'limit' || key === 'page') && rule === 'invalid-value') {
    return [{ title: t('Remove "{0}"', key), edits: removeEntry(text, node) }];
  }
  return [];
}

/** `Berlin` → `Europe/Berlin`. */
function zoneMeant(value: unknown): string | undefined {
  const city = String(value).trim().replaceAll(' ', '_').toLowerCase();
  return Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase().split('/').at(-1) === city);
}

const UNITS: Readonly<Record<string, string>> = { y: 'Y', mo: 'M', w: 'W', d: 'D', h: 'H', mi: 'M', s: 'S' };

/** `5 days` → `P5D`, `12h` → `PT12H`. */
function durationMeant({ type }: TypedNode, value: unknown): string | undefined {
  if (type !== 'since' && type !== 'until') return undefined;
  const match = /^[-+]?\s*(\d+)\s*(y|mo|w|d|h|mi|s)[a-z]*\.?$/i.exec(String(value).trim());
  const unit = match?.[2]?.toLowerCase() ?? '';
  if (!match || UNITS[unit] === undefined) return undefined;
  return `P${['h', 'mi', 's'].includes(unit) ? 'T' : ''}${match[1]}${UNITS[unit]}`;
}

function idsFixes(node: TypedNode, value: unknown, text: string): readonly Fix[] {
  if (isArray(value) && Object.keys(value).length === 0)
    return [{ title: t('Remove "{0}"', 'ids'), edits: removeEntry(text, node) }];
  const edits = [node, ...node.children].flatMap(({ json }) => {
    const id = plainId(json.value);
    return id === undefined ? [] : [replaceJson(json, id)];
  });
  return edits.length === 0 ? [] : [{ title: t('Write ids without dashes'), edits, preferred: true }];
}

/** The 32 hex digits of an id that is written with dashes; undefined for anything else. */
export function plainId(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.includes('-')) return undefined;
  const id = value.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(id) ? id : undefined;
}
