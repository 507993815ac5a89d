import { t } from '@vscode/l10n';
import type { Value } from '../criteria/grammar/types.ts';
import type { JsonNode } from '../criteria/syntax.ts';
import { hasComment } from '../criteria/tokens.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { rebracket, replaceNode } from './edits.ts';
import { listIn } from './looksLikeOne.ts';
import { isOtherContainer } from './otherContainer.ts';
import type { Edit, Fix } from './rule.ts';
import { sortingEntries, sortingWritten } from './sortingWritten.ts';
import type { TableFault } from './tableFaults.ts';

/** What was meant in place of a sorting, or of a list of them; undefined for another fault. */
export function sortingFixes({ owner, node, key, rule }: TableFault, text: string): readonly Fix[] | undefined {
  if (rule === 'missing-key') return owner.json.type === 'array' ? fromPair(owner, text) : undefined;
  const value = key === undefined ? owner.expected : owner.shape?.keys[key]?.value;
  const list = value && listIn(value);
  const container = key === undefined ? owner : node;
  if (container?.json.type === 'object' && list && isSorting(list.of)) return fromMap(container, text);
  const isOne = key === undefined ? list && isSorting(list.of) && !isOtherContainer(owner) : value && isSorting(value);
  return isOne && node?.json.type === 'string' ? fromText(node.json) : undefined;
}

function isSorting(value: Value): boolean {
  return value.is === 'object' && (value.shape === 'sorting' || value.shape === 'termsSorting');
}

/** `"-name"` or `"name desc"` → `{ "field": "name", "order": "DESC" }`. */
function fromText(json: JsonNode): readonly Fix[] {
  const entries = entriesOf(String(json.value));
  return entries === undefined ? [] : changeToSorting(json, `{ ${entries} }`);
}

/** What a sorting in one text says: `"field": "name", "order": "DESC"`. */
function entriesOf(text: string): string | undefined {
  const written = sortingWritten(text);
  const order = written?.order === undefined ? '' : `, "order": "${written.order}"`;
  return written && `"field": ${JSON.stringify(written.field)}${order}`;
}

/** `["name", "desc"]` → `{ "field": "name", "order": "DESC" }`; undefined for another list. */
function fromPair({ expected, json }: TypedNode, text: string): readonly Fix[] | undefined {
  const [field, order, ...others] = json.children ?? [];
  if (!isSorting(expected) || field?.type !== 'string' || others.length > 0 || isCommented(json, text))
    return undefined;
  const name = String(field.value);
  const entries = order ? sortingEntries(name, order.value) : entriesOf(name);
  return entries === undefined ? undefined : changeToSorting(json, `{ ${entries} }`);
}

/** `{"name": "desc"}` → `[{ "field": "name", "order": "DESC" }]`; undefined where an entry is no order. */
function fromMap(map: TypedNode, text: string): readonly Fix[] | undefined {
  const edits = sortingsIn(map, '[', ']', text);
  return edits && [{ title: t('Change to a list'), edits, preferred: true }];
}

/** Makes a sorting of each entry of an object, and puts other brackets around them; undefined where one is no order. */
export function sortingsIn(
  { json, children }: TypedNode,
  open: string,
  close: string,
  text: string,
): readonly Edit[] | undefined {
  const sortings = children.map(({ name = '', json: order }) => {
    const entry = order.parent;
    const entries = sortingEntries(name, order.value);
    return entry && entries !== undefined && !isCommented(entry, text) && replaceNode(entry, `{ ${entries} }`);
  });
  const edits = sortings.flatMap((edit) => edit || []);
  if (edits.length === 0 || edits.length < children.length) return undefined;
  return [...rebracket(text, json, open, close), ...edits];
}

function isCommented({ offset, length }: JsonNode, text: string): boolean {
  return hasComment(text, offset, offset + length);
}

function changeToSorting(json: JsonNode, sorting: string): readonly Fix[] {
  return [{ title: t('Change to {0}', sorting), edits: [replaceNode(json, sorting)], preferred: true }];
}
