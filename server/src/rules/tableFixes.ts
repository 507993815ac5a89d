import { t } from '@vscode/l10n';
import type { Value } from '../criteria/grammar/types.ts';
import { memberValues } from '../criteria/memberValues.ts';
import { entriesOf, type JsonNode } from '../criteria/syntax.ts';
import { hasComment } from '../criteria/tokens.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { associationFixes } from './associationFixes.ts';
import { memberOf } from './conditions.ts';
import { changeTo, insertAt, rebracket, removeEntry, renameKey, takeOut, wrap } from './edits.ts';
import { intoList } from './filterMeant.ts';
import { idFixes } from './idFixes.ts';
import { innerFault } from './innerFault.ts';
import { isBound, keyMeant, unknownEntries } from './keyMeant.ts';
import { isFilter, listIn, looksLikeOne } from './looksLikeOne.ts';
import { allOf } from './messages.ts';
import { missingKeyFixes } from './missingKeys.ts';
import { wholeElement } from './otherContainer.ts';
import { pathFixes } from './pathFixes.ts';
import type { Edit, Fix, RuleContext } from './rule.ts';
import { isNamedFilter } from './singleFilter.ts';
import { sortingFixes } from './sortingFixes.ts';
import type { TableFault } from './tableFaults.ts';
import { onlyOne, valueFixes } from './valueFixes.ts';
import { wordFix, wordFixes, wordsOf } from './wordFixes.ts';

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
    const isNamed = entriesOf(child.json).some(({ name }) => name === 'name');
    return isNamed ? replaceKey(child, '', child.json.offset, text) : moveKeyInside(child, 'name', text);
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

/** `"name": null` → `{"type": "equals", "field": "name", "value": null}`. */
function filterOf(child: TypedNode, text: string): readonly Edit[] | undefined {
  const { json, name } = child;
  if (isNamedFilter(child)) return filterUnder(child, text);
  const type = typeOfValue(json);
  if (type === undefined) return undefined;
  const key = type === 'range' ? 'parameters' : 'value';
  const edit = replaceKey(
    child,
    `{ "type": "${type}", "field": ${JSON.stringify(name)}, "${key}": `,
    json.offset,
    text,
  );
  return edit && [edit, insertAt(json.offset + json.length, ' }')];
}

/** A filter loses the name that it stands under, or has it for its field where it lacks that. */
function filterUnder(child: TypedNode, text: string): readonly Edit[] | undefined {
  const isWhole = entriesOf(child.json).some(({ name }) => name === 'field' || name === 'queries');
  const edit = isWhole ? replaceKey(child, '', child.json.offset, text) : moveKeyInside(child, 'field', text);
  return edit && [edit];
}

/** `"a": {…}` → `{ "name": "a", …}`; undefined where a comment stands there. */
function moveKeyInside(child: TypedNode, key: string, text: string): Edit | undefined {
  const { offset, children = [] } = child.json;
  const entry = `{ ${JSON.stringify(key)}: ${JSON.stringify(child.name)}`;
  const space = /\s/.test(text[offset + 1] ?? '') ? '' : ' ';
  return replaceKey(child, children.length === 0 ? entry + space : `${entry},${space}`, offset + 1, text);
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
