import type { Value } from '../../criteria/grammar/types.ts';
import { endOfLine } from '../../criteria/lines.ts';
import { entriesOf, type JsonNode } from '../../criteria/syntax.ts';
import { isClosed, isComment, nextToken, type Token, tokensFrom } from '../../criteria/tokens.ts';
import { keyOf, type TypedNode } from '../../criteria/typedTree.ts';
import type { EntitySchema } from '../../schema/entitySchema.ts';

/** The stretch of text that a completion replaces, and what has to be written around it. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  /** White space at the beginning that stays: the cursor stands before the token. */
  readonly lead: string;
  /** The token under the cursor, where there is one. */
  readonly token: Token | undefined;
  /** Where the entry before ends, if it has no comma behind it. */
  readonly commaAt: number | undefined;
  /** Another entry follows without a comma. */
  readonly needsCommaAfter: boolean;
}

/** The cursor stands where a key may stand. */
export interface KeyPlace {
  readonly is: 'key';
  readonly owner: TypedNode;
  readonly slot: Slot;
  /** The other keys of the object. */
  readonly present: ReadonlySet<string>;
  /** A colon follows: only the key is to be replaced. */
  readonly hasColon: boolean;
}

/** The cursor stands where a value may stand. */
export interface ValuePlace {
  readonly is: 'value';
  /** The object or list that the value belongs to. */
  readonly owner: TypedNode;
  /** The key; undefined in a list. */
  readonly name: string | undefined;
  readonly expected: Value;
  readonly entity: string | undefined;
  readonly slot: Slot;
  /** The other keys of the object that holds the value. */
  readonly present: ReadonlySet<string>;
}

/**
 * What stands around an offset inside the body, also in broken text: the tree says which object or list it is, the
 * tokens between its last entry and the cursor say what is expected. Undefined in comments, behind a finished value,
 * and where the grammar knows nothing.
 */
export function placeAt(
  root: TypedNode,
  text: string,
  offset: number,
  schema: EntitySchema,
): KeyPlace | ValuePlace | undefined {
  const owner = innermost(root, text, offset);
  if (!owner) return undefined;
  const reading = readUpTo(owner.json, text, offset);
  const slot = reading && slotOf(reading, text, offset);
  if (!reading || !slot) return undefined;
  const present = otherKeys(owner.json, text, slot);
  if (reading.state === 'key') {
    return { is: 'key', owner, slot, present, hasColon: nextToken(text, slot.end)?.kind === ':' };
  }
  const name = owner.json.type === 'object' ? reading.key : undefined;
  const found = expectedValue(owner, name, schema);
  return found && { is: 'value', owner, name, ...found, slot, present };
}

/** Whether an offset is inside a container: behind its opening and before its closing bracket. */
function holds(container: JsonNode, text: string, offset: number): boolean {
  const end = container.offset + container.length;
  if (offset <= container.offset) return false;
  return offset < end || (offset === end && !hasBracket(container, text));
}

function hasBracket(container: JsonNode, text: string): boolean {
  const end = container.offset + container.length;
  const last = container.children?.at(-1);
  const endOfLast = last ? last.offset + last.length : container.offset + 1;
  return endOfLast < end && text[end - 1] === (container.type === 'object' ? '}' : ']');
}

function isContainer(json: JsonNode): boolean {
  return json.type === 'object' || json.type === 'array';
}

/** The innermost object or list around the offset, as far as the grammar speaks about it. */
function innermost(root: TypedNode, text: string, offset: number): TypedNode | undefined {
  if (!isContainer(root.json) || !holds(root.json, text, offset)) return undefined;
  let node = root;
  for (;;) {
    const inner = node.children.find(({ json }) => isContainer(json) && holds(json, text, offset));
    if (!inner) return holdsUntyped(node, text, offset) ? undefined : node;
    node = inner;
  }
}

function holdsUntyped(node: TypedNode, text: string, offset: number): boolean {
  const values =
    node.json.type === 'object'
      ? entriesOf(node.json).flatMap(({ value }) => (value ? [value] : []))
      : (node.json.children ?? []);
  return values.some((value) => isContainer(value) && holds(value, text, offset));
}

type State = 'key' | 'colon' | 'value' | 'after';

interface Reading {
  readonly state: 'key' | 'value';
  /** Where the entry before ends, if it has no comma behind it. */
  readonly commaAt: number | undefined;
  readonly key: string | undefined;
  readonly token: Token | undefined;
}

/** Reads the tokens from the last entry before the cursor up to it. */
function readUpTo(container: JsonNode, text: string, offset: number): Reading | undefined {
  const isObject = container.type === 'object';
  const begin = startOfReading(container, text, offset);
  let { state, key, last } = begin;
  for (const token of tokensFrom(text, begin.from)) {
    if (token.start >= offset) break;
    if (isUnder(token, text, offset)) {
      if (isComment(token) || state === 'colon') return undefined;
      return {
        state: state === 'key' || (state === 'after' && isObject) ? 'key' : 'value',
        commaAt: state === 'after' ? last : undefined,
        key,
        token,
      };
    }
    if (isComment(token)) continue;
    if (token.kind === '}' || token.kind === ']') return undefined;
    if (token.kind === '{' || token.kind === '[') {
      if (token.start !== container.offset) return undefined;
      continue;
    }
    if (isObject && (state === 'key' || state === 'after') && token.kind === 'string') key = token.value;
    state = following(state, token, isObject);
    last = token.end;
  }
  if (state === 'colon') return undefined;
  if (state === 'after') return { state: isObject ? 'key' : 'value', commaAt: last, key, token: undefined };
  return { state, commaAt: undefined, key, token: undefined };
}

interface Begin {
  readonly from: number;
  readonly state: State;
  readonly key: string | undefined;
  /** Where the last entry before ends. */
  readonly last: number;
}

function startOfReading(container: JsonNode, text: string, offset: number): Begin {
  const first: State = container.type === 'object' ? 'key' : 'value';
  const from = container.offset;
  const entry = container.children?.findLast((child) => child.offset < offset);
  if (!entry) return { from, state: first, key: undefined, last: from };
  const value = container.type === 'object' ? entry.children?.[1] : entry;
  const end = value && value.offset + value.length;
  if (end !== undefined && end <= offset && !(end === offset && isOpenEnded(value, text))) {
    return { from: end, state: 'after', key: undefined, last: end };
  }
  const before = entryWithoutComma(container, entry, text);
  const state = before ? 'after' : first;
  return { from: entry.offset, state, key: undefined, last: before ? before.offset + before.length : entry.offset };
}

/** A value that goes on when one types on: a number, a word, a text without closing quote. */
function isOpenEnded(value: JsonNode | undefined, text: string): boolean {
  if (!value || isContainer(value)) return false;
  const [token] = tokensFrom(text, value.offset);
  return token !== undefined && (token.kind !== 'string' || !isClosed(text, token));
}

/** The entry before another one, where there is no comma between them. */
function entryWithoutComma(container: JsonNode, entry: JsonNode, text: string): JsonNode | undefined {
  const before = container.children?.[container.children.indexOf(entry) - 1];
  return before && nextToken(text, before.offset + before.length)?.start === entry.offset ? before : undefined;
}

function isUnder(token: Token, text: string, offset: number): boolean {
  if (token.start >= offset) return false;
  if (offset < token.end) return true;
  if (offset > token.end) return false;
  if (token.kind === 'string') return !isClosed(text, token);
  return token.kind === 'literal' || token.kind === 'lineComment';
}

function following(state: State, token: Token, isObject: boolean): State {
  if (token.kind === ',') return isObject ? 'key' : 'value';
  if (token.kind === ':') return 'value';
  if (isObject && (state === 'key' || state === 'after')) return 'colon';
  return 'after';
}

function slotOf(reading: Reading, text: string, offset: number): Slot | undefined {
  const { state, key, commaAt } = reading;
  let { token } = reading;
  if (!token && state === 'value' && key !== undefined && commaAt === undefined) {
    const behind = valueBehind(text, offset);
    if (behind === 'container') return undefined;
    token = behind;
  }
  // An edit of a completion stays on one line; an escaped line break lets a text go on behind it.
  const end = Math.min(token?.end ?? offset, endOfLine(text, offset));
  const next = nextToken(text, end);
  return {
    start: Math.min(token?.start ?? offset, offset),
    end,
    lead: text.slice(offset, token?.start ?? offset),
    token,
    commaAt,
    needsCommaAfter: next !== undefined && !['}', ']', ',', ':'].includes(next.kind),
  };
}

/** The value of the key before the cursor, where it begins on the same line behind the cursor. */
function valueBehind(text: string, offset: number): Token | 'container' | undefined {
  const token = nextToken(text, offset);
  if (!token) return undefined;
  if (token.kind === '{' || token.kind === '[') return 'container';
  const isKey = nextToken(text, token.end)?.kind === ':';
  const isValue = (token.kind === 'string' || token.kind === 'literal') && !isKey;
  return isValue && !text.slice(offset, token.start).includes('\n') ? token : undefined;
}

/** The keys of an object without the one in the slot; in broken text also those that the parser jumped over. */
function otherKeys(container: JsonNode, text: string, slot: Slot): ReadonlySet<string> {
  if (container.type !== 'object') return new Set();
  const known = entriesOf(container).filter(({ key }) => key.offset !== slot.start);
  return new Set([...known.map(({ name }) => name), ...(slot.needsCommaAfter ? keysBehind(text, slot.end) : [])]);
}

function keysBehind(text: string, offset: number): readonly string[] {
  const keys: string[] = [];
  let depth = 0;
  let last: Token | undefined;
  for (const token of tokensFrom(text, offset)) {
    if (token.kind === '{' || token.kind === '[') depth++;
    if (token.kind === '}' || token.kind === ']') depth--;
    if (depth < 0) break;
    if (depth === 0 && token.kind === ':' && last?.kind === 'string') keys.push(last.value);
    last = token;
  }
  return keys;
}

function expectedValue(
  owner: TypedNode,
  name: string | undefined,
  schema: EntitySchema,
): Pick<ValuePlace, 'expected' | 'entity'> | undefined {
  const { expected, entity } = owner;
  if (expected.is === 'list') return { expected: expected.of, entity };
  if (name === undefined) return undefined;
  if (expected.is === 'map') {
    if (expected.keys !== 'association') return { expected: expected.of, entity };
    const property = schema.entity(entity ?? '')?.properties.get(name);
    return { expected: expected.of, entity: property?.kind === 'association' ? property.entity : undefined };
  }
  const key = keyOf(owner, name);
  return key && { expected: key.value, entity };
}
