import { t } from '@vscode/l10n';
import type { World } from '../analysis/world.ts';
import { isDuration } from '../criteria/grammar/durations.ts';
import { typesOf } from '../criteria/grammar/families.ts';
import type { Value } from '../criteria/grammar/types.ts';
import { memberValues } from '../criteria/memberValues.ts';
import { toText } from '../criteria/php.ts';
import { entriesOf, type JsonNode, jsonValue } from '../criteria/syntax.ts';
import { hasComment } from '../criteria/tokens.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { has } from '../shopware/changes.ts';
import { associationFixes } from './associationFixes.ts';
import { memberOf } from './conditions.ts';
import { changeTo, rebracket, removeEntry, renameKey, replaceJson, replaceNode, takeOut, wrap } from './edits.ts';
import { intoList, typeFixes } from './filterMeant.ts';
import { idFixes } from './idFixes.ts';
import { innerFault } from './innerFault.ts';
import { isBound, keyMeant, unknownEntries } from './keyMeant.ts';
import { listIn, looksLikeOne } from './looksLikeOne.ts';
import { allOf } from './messages.ts';
import { missingKeyFixes } from './missingKeys.ts';
import { nearest } from './nearest.ts';
import { wholeElement } from './otherContainer.ts';
import { pathFixes } from './pathFixes.ts';
import type { Edit, Fix, RuleContext } from './rule.ts';
import { siblingFix, siblingMeant } from './siblingFilter.ts';
import { isNamedFilter } from './singleFilter.ts';
import { sortingFixes } from './sortingFixes.ts';
import type { TableFault } from './tableFaults.ts';

/** The right edits for what the grammar table says is wrong. */
export function fixesOf(fault: TableFault, context: RuleContext): readonly Fix[] {
  const { text } = context.document.syntax;
  const inner = innerFault(fault);
  if (inner) return innerFixes(inner, context);
  if (fault.rule === 'missing-key') return sortingFixes(fault, text) ?? missingFixes(fault, context);
  if (fault.check.expects === undefined && fault.node && fault.rule === 'unknown-value') {
    return [{ title: t('Remove "{0}"', fault.key ?? ''), edits: removeEntry(text, fault.node), preferred: true }];
  }
  const own = associationFixes(fault, context) ?? idFixes(fault, text) ?? pathFixes(fault, context);
  if (own) return own;
  return (
    sortingFixes(fault, text) ??
    containerFixes(fault, context) ??
    onlyOne(fault, context) ??
    wordFixes(fault, context) ??
    valueFixes(fault, text)
  );
}

/** Renames what means nothing, or takes it out where that leaves something; of a word the right one. */
function innerFixes(inner: TypedNode, { document, world }: RuleContext): readonly Fix[] {
  const { text } = document.syntax;
  const { parent, key, name = '' } = inner;
  if (!parent) return [];
  if (key) return wordFix(inner, wordsOf(parent, name, world));
  const unknown = unknownEntries(parent);
  const renames = unknown.flatMap((entry) => {
    const meant = keyMeant(parent, entry.name ?? '');
    return meant !== undefined && entry.keyNode ? [{ meant, edit: renameKey(entry.keyNode, meant) }] : [];
  });
  const names = [...new Set(renames.map(({ meant }) => meant))];
  if (names.length === unknown.length) {
    return [{ title: t('Change to {0}', allOf(names)), edits: renames.map(({ edit }) => edit), preferred: true }];
  }
  const isLast = parent.children.length === 1;
  return isLast ? [] : [{ title: t('Remove "{0}"', name), edits: removeEntry(text, inner) }];
}

/** What lacks keys may be another thing as a whole: a list, or one element where a list belongs. */
function missingFixes(fault: TableFault, context: RuleContext): readonly Fix[] {
  const { owner, node } = fault;
  const whole = wholeElement(owner);
  if (whole) return containerFixes({ owner: whole }, context) ?? [];
  if (owner.json.type === 'array') return containerFixes({ owner }, context) ?? [];
  return node ? (onlyOne(fault, context) ?? nullFixes(fault)) : missingKeyFixes(owner, context);
}

/** Only `equals` finds rows without a value. */
function nullFixes({ owner, node, key }: TableFault): readonly Fix[] {
  const type = memberOf(owner, 'type');
  const isNull = owner.type === 'equalsAny' && key === 'value' && node?.json.type === 'null';
  return isNull && type ? [changeTo(type.json, 'equals', false)] : [];
}

/** `["a"]` → `"a"`, where one value belongs that this one is; undefined for another fault. */
function onlyOne(
  { node, owner, key, check }: TableFault,
  { document, world }: RuleContext,
): readonly Fix[] | undefined {
  const { text } = document.syntax;
  const [only, ...others] = node?.json.type === 'array' ? (node.json.children ?? []) : [];
  if (!node || !only || key === undefined || others.length > 0 || siblingMeant(owner, text)) return undefined;
  const value: unknown = jsonValue(only);
  const words = wordsOf(owner, key, world);
  const isRight =
    words.length > 0
      ? words.some((word) => word.toLowerCase() === toText(value).toLowerCase())
      : !check.fails(value, { ...memberValues(owner), [key]: value }, key);
  return isRight ? [takeOut(text, node.json, only)] : undefined;
}

/** The words that a key takes in the version that is checked. */
function wordsOf(owner: TypedNode, key: string, { version }: World): string[] {
  const value = owner.shape?.keys[key]?.value;
  const words = value?.is === 'word' ? value.words : [];
  return words.filter(({ since }) => !since || has(version, since)).map((word) => String(word.value));
}

/** An object or list that is another thing than it should be, or the owner of the key that holds it. */
interface Container {
  readonly owner: TypedNode;
  readonly key?: string | undefined;
  readonly node?: TypedNode | undefined;
}

/** One thing instead of a list of them, a list instead of an object, and the way back; undefined for another fault. */
function containerFixes({ owner, node, key }: Container, context: RuleContext): readonly Fix[] | undefined {
  const { text } = context.document.syntax;
  const container = node && key !== undefined ? node : owner;
  const name = container.name ?? '';
  const expected = key === undefined ? owner.expected : (owner.shape?.keys[key]?.value ?? owner.expected);
  const { json } = container;
  const list = listIn(expected);
  if (list && json.type === 'object') {
    const isOne = looksLikeOne(list.of, memberValues(container));
    if (isOne) return [isFilter(list.of) ? intoList(container, context) : wrapped(json)];
    if (isFilterOfScore(list.of, memberValues(container))) {
      return [{ title: t('Put it into a list'), edits: wrap(json, '[{ "query": ', ' }]'), preferred: true }];
    }
    return name === 'aggregations' ? namedList(container, text) : undefined;
  }
  if (owner.expected.is === 'map' && owner.expected.keys === 'path' && key === undefined)
    return filterList(owner, text);
  const only = json.type === 'array' && json.children?.length === 1 ? json.children[0] : undefined;
  const wantsObject = expected.is === 'object' || expected.is === 'variant';
  return wantsObject && only?.type === 'object' ? [takeOut(text, json, only)] : undefined;
}

function isFilter(of: Value): boolean {
  return of.is === 'variant' && of.family === 'filter';
}

function wrapped(json: TypedNode['json']): Fix {
  return { title: t('Put it into a list'), edits: wrap(json, '[', ']'), preferred: true };
}

/** A filter where a list of scored filters belongs. */
function isFilterOfScore(of: Value, { type }: Readonly<Record<string, unknown>>): boolean {
  return of.is === 'object' && of.shape === 'scoreQuery' && typeof type === 'string';
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

/** A map that holds more than single values as a list of filters, where each entry can be one. */
function filterList({ json, children }: TypedNode, text: string): readonly Fix[] {
  const elements = children.map((child) => filterOf(child, text));
  if (!elements.every((edits) => edits !== undefined)) return [];
  const edits = [...rebracket(text, json, '[', ']'), ...elements.flat()];
  return [{ title: t('Change to a list of filters'), edits, preferred: children.every(isNamedFilter) }];
}

/** `"name": null` → `{"type": "equals", "field": "name", "value": null}`; a filter under a name loses the name. */
function filterOf(child: TypedNode, text: string): readonly Edit[] | undefined {
  const { json, name } = child;
  const type = isNamedFilter(child) ? '' : typeOfValue(json);
  if (type === undefined) return undefined;
  const key = type === 'range' ? 'parameters' : 'value';
  const entry = type === '' ? '' : `{ "type": "${type}", "field": ${JSON.stringify(name)}, "${key}": `;
  const edit = replaceKey(child, entry, json.offset, text);
  return edit && (type === '' ? [edit] : [edit, insertAt(json.offset + json.length, ' }')]);
}

/** The type of filter that takes a value; undefined where none does. */
function typeOfValue(json: JsonNode): string | undefined {
  if (json.type === 'array') return json.children?.length === 0 ? undefined : 'equalsAny';
  if (json.type !== 'object') return 'equals';
  return entriesOf(json).length > 0 && entriesOf(json).every(({ name }) => isBound(name)) ? 'range' : undefined;
}

/** Other text in place of a key and what follows it up to `end`; undefined where a comment stands there. */
function replaceKey({ keyNode }: TypedNode, by: string, end: number, text: string): Edit | undefined {
  if (!keyNode || hasComment(text, keyNode.offset, end)) return undefined;
  return { start: keyNode.offset, end, text: by };
}

function insertAt(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

/** Words that people write for another one; where upper and lower case differ, both stand here. */
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
  ['>', 'gt'],
  ['>=', 'gte'],
  ['<', 'lt'],
  ['<=', 'lte'],
  ['=', 'eq'],
  ['==', 'eq'],
  ['!=', 'neq'],
  ['<>', 'neq'],
  ['hourly', 'hour'],
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['yearly', 'year'],
  ['annually', 'year'],
  ['1m', 'minute'],
  ['1h', 'hour'],
  ['1d', 'day'],
  ['1w', 'week'],
  ['1M', 'month'],
  ['1q', 'quarter'],
  ['1y', 'year'],
]);

/** Words that are near to one that means something else. */
const NOT_MEANT = ['xor', 'nor', 'nand'];

function wordFixes(fault: TableFault, context: RuleContext): readonly Fix[] | undefined {
  const { node, owner, key, rule } = fault;
  const words = key === undefined ? [] : wordsOf(owner, key, context.world);
  if (!node || words.length === 0) return undefined;
  if (rule === 'unknown-type' && owner.expected.is === 'variant' && owner.expected.family === 'filter') {
    return typeFixes(owner, context);
  }
  return groupFixes(fault, context) ?? wordFix(node, words);
}

/** `"type": "multi", "operator": "nor"` → `"type": "nor"`, where the version has that; undefined for another fault. */
function groupFixes({ node, owner, key }: TableFault, { document, world }: RuleContext): readonly Fix[] | undefined {
  const written = toText(node?.json.value).trim().toLowerCase();
  const type = memberOf(owner, 'type');
  const isGroup = key === 'operator' && owner.type === 'multi' && ['nor', 'nand'].includes(written);
  if (!isGroup || !node || !type || !typesOf('filter', world.version).includes(written)) return undefined;
  const edits = [replaceJson(type.json, written), ...removeEntry(document.syntax.text, node)];
  return [{ title: t('Change to {0}', `"type": "${written}"`), edits, preferred: true }];
}

/** The word that was meant, if it is known. */
export function wordFix({ json }: TypedNode, words: readonly string[]): readonly Fix[] {
  const text = String(json.value).trim();
  const written = text.toLowerCase();
  const known = words.find((word) => word === (WORDS_MEANT.get(text) ?? WORDS_MEANT.get(written)));
  const near = NOT_MEANT.includes(written) || written.length < 2 ? undefined : nearest(written, words);
  const meant = known ?? near;
  return meant === undefined || meant === json.value ? [] : [changeTo(json, meant, true)];
}

function valueFixes({ node, owner, key, rule }: TableFault, text: string): readonly Fix[] {
  if (!node) return [];
  const value = jsonValue(node.json);
  if (rule === 'wrong-type' && key === 'value') {
    const sibling = siblingMeant(owner, text);
    return sibling ? [siblingFix(sibling)] : [];
  }
  const meant = key === 'timeZone' ? zoneMeant(value) : key === 'value' ? durationMeant(owner, value) : undefined;
  if (meant !== undefined && rule === 'invalid-value') return [changeTo(node.json, meant, true)];
  if (key === 'naturalSorting' && /^false$/i.test(toText(value))) {
    return [{ title: t('Change to {0}', 'false'), edits: [replaceNode(node.json, 'false')], preferred: true }];
  }
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

/** `europe/berlin`, `Berlin` → `Europe/Berlin`. */
function zoneMeant(value: unknown): string | undefined {
  const written = toText(value).trim().replaceAll(' ', '_').toLowerCase();
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  return (
    zones.find((zone) => zone.toLowerCase() === written) ??
    zones.find((zone) => zone.toLowerCase().split('/').at(-1) === written)
  );
}

const UNITS: Readonly<Record<string, string>> = { y: 'Y', mo: 'M', w: 'W', d: 'D', h: 'H', mi: 'M', s: 'S' };

/** `5 days`, `p5d`, `-P5D` → `P5D`, `12h` → `PT12H`. */
function durationMeant({ type }: TypedNode, value: unknown): string | undefined {
  if (type !== 'since' && type !== 'until') return undefined;
  const period = toText(value).trim().replace(/^[-+]/, '').toUpperCase();
  if (isDuration(period)) return period;
  const match = /^[-+]?\s*(\d+)\s*(y|mo|w|d|h|mi|s)[a-z]*\.?$/i.exec(toText(value).trim());
  const unit = match?.[2]?.toLowerCase() ?? '';
  if (!match || UNITS[unit] === undefined) return undefined;
  return `P${['h', 'mi', 's'].includes(unit) ? 'T' : ''}${match[1]}${UNITS[unit]}`;
}
