import { t } from '@vscode/l10n';
import { isHexId } from '../../criteria/grammar/paging.ts';
import { isEmpty, toText } from '../../criteria/php.ts';
import { type JsonNode, jsonValue } from '../../criteria/syntax.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { ResolvedPath } from '../../schema/resolvePath.ts';
import { has } from '../../shopware/changes.ts';
import type { Refusal } from '../../shopware/refusal.ts';
import { phpRefusal } from '../../shopware/refusal.ts';
import { comparedEntries, isCombinedId, readsNames } from '../combinedIds.ts';
import { refusedBy, sqlFault } from '../findings.ts';
import { idsIn } from '../idFixes.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';
import { asSent, givenBy, hasVariable } from '../variables.ts';

/** A value that is compared with an id, but is none (reference, section 3; SqlQueryParser). */
export const rule: Rule = {
  meta: { code: 'invalid-id', severity: 'error', description: 'A value that is compared with an id but is not one.' },
  create: (context) => ({
    operand: (node) => {
      const comparison = comparisonOf(node, context);
      if (!comparison || hasVariable(asSent(node.json.value, context)) || !comparesIds(comparison)) return;
      for (const wrong of wrongIdsIn(node, comparison, context)) report(node, wrong, context);
    },
    object: (node) => {
      if (!isCombinedId(node)) return;
      for (const entry of wrongEntriesOf(node, context)) {
        const text = String(asSent(entry.json.value, context));
        report(entry, { ...whole(entry.json), value: text, refusal: invalid(text) }, context);
      }
    },
  }),
};

/** What is no id: a whole value, or a part of `"id|id"`. */
interface WrongId {
  readonly value: unknown;
  readonly refusal: Refusal;
  /** Offsets into the text, and what the fix puts around an id there. */
  readonly start: number;
  readonly end: number;
  readonly quote: '"' | '';
}

function report(node: TypedNode, wrong: WrongId, context: RuleContext): void {
  const { value, refusal, start, end } = wrong;
  const server = sqlFault(node, refusal);
  context.report({
    message: t('{0} is not a valid id: an id has 32 hex digits.', JSON.stringify(value)),
    start,
    end,
    pointer: node.pointer,
    ...refusedBy(server),
    ...givenBy(node.json.value, context),
    fixes: () => (hasVariable(node.json.value) ? [] : fixesOf(node, wrong)),
  });
}

function fixesOf(node: TypedNode, { value, start, end, quote }: WrongId): readonly Fix[] {
  const ids = typeof value === 'string' ? idsIn(value) : undefined;
  const text = ids?.length === 1 ? `${quote}${ids[0]}${quote}` : ids && severalIds(node, ids, quote);
  if (text === undefined) return [];
  const title = ids?.length === 1 ? t('Write the id without dashes') : t('Change to several ids');
  return [{ title, edits: [{ start, end, text }], preferred: true }];
}

/** Ids in place of the text that holds them all; undefined where one belongs. */
function severalIds({ name, parent }: TypedNode, ids: readonly string[], quote: WrongId['quote']): string | undefined {
  if (quote === '') return ids.join('|');
  const list = ids.map((id) => JSON.stringify(id)).join(', ');
  if (parent?.name === 'value') return list;
  return name === 'value' && (parent?.type === 'equalsAny' || parent?.type === 'equalsAll') ? `[${list}]` : undefined;
}

/** The entries of a combined id that are no ids where the shop makes ids of them (EntityDefinitionQueryHelper::addIdCondition). */
function wrongEntriesOf(id: TypedNode, context: RuleContext): readonly TypedNode[] {
  const properties = context.world.schema.entity(id.entity ?? '')?.properties;
  return comparedEntries(id).filter(({ name = '', json }) => {
    const value = asSent(json.value, context);
    if (typeof value !== 'string' || isHexId(value) || hasVariable(value)) return false;
    const field = properties?.get(name);
    return !readsNames(id) || (field?.kind === 'field' && field.type === 'uuid');
  });
}

function wrongIdsIn(node: TypedNode, comparison: Comparison, context: RuleContext): readonly WrongId[] {
  const value = asSent(node.json.value, context);
  const json: JsonNode = value === node.json.value ? node.json : { ...node.json, value };
  const text: unknown = json.value;
  if (typeof text === 'string' && comparison.type !== 'equals' && !comparison.isElement) {
    const isPlain = json === node.json && text.includes('|') && text.length === json.length - 2;
    return partsAt(text, json.offset + 1)
      .filter(({ value }) => !isHexId(value))
      .map((part) => ({
        ...(isPlain ? { ...part, quote: '' } : { ...whole(json), value: jsonValue(json) }),
        refusal: invalid(part.value),
      }));
  }
  const refusal = refusalFor(json, comparison, context);
  return refusal ? [{ ...whole(json), value: jsonValue(json), refusal }] : [];
}

function whole({ offset, length }: JsonNode): Pick<WrongId, 'start' | 'end' | 'quote'> {
  return { start: offset, end: offset + length, quote: '"' };
}

/** The parts of `"id|id"` that count, with their places. */
function partsAt(text: string, offset: number): readonly { value: string; start: number; end: number }[] {
  let start = offset;
  return text.split('|').flatMap((value) => {
    const part = { value, start, end: start + value.length };
    start = part.end + 1;
    return isEmpty(value) ? [] : [part];
  });
}

/** What a value is compared with. */
interface Comparison {
  readonly type: 'equals' | 'equalsAny' | 'equalsAll';
  readonly path: ResolvedPath | undefined;
  /** One of a list of values. */
  readonly isElement: boolean;
}

/** The filter whose `value` the node is, or is an element of; in the short form of `filter` every value is one. */
function comparisonOf(node: TypedNode, context: RuleContext): Comparison | undefined {
  const { parent, name, json } = node;
  if (parent?.expected.is === 'map' && parent.expected.keys === 'path') {
    return isTableFault(json) ? undefined : { type: 'equals', path: context.path(node), isElement: false };
  }
  const isElement = name !== 'value' && parent?.name === 'value';
  const filter = name === 'value' ? parent : isElement ? parent?.parent : undefined;
  const type = TYPES.find((known) => known === filter?.type);
  const field = filter?.children.find((child) => child.name === 'field' && !child.shadowed);
  return type && { type, path: field && context.path(field), isElement };
}

/** What the grammar's checks of the short form speak about (reference, section 2.2). */
function isTableFault({ value, type }: JsonNode): boolean {
  return value === '' || !['string', 'number', 'boolean'].includes(type);
}

const TYPES = ['equals', 'equalsAny', 'equalsAll'] as const;

/**
 * What follows an id in a path is thrown away (section 5.1, step B 4), and the id is compared all the same. With an
 * `extensions.` segment in the path the shop does not convert, and so does not check.
 */
function comparesIds({ path }: Comparison): boolean {
  if (!path || path.refused || path.segments.some(({ role }) => role === 'extensions')) return false;
  return path.target?.kind === 'field' && path.target.type === 'uuid';
}

function refusalFor(json: JsonNode, comparison: Comparison, { world }: RuleContext): Refusal | undefined {
  const { type } = json;
  const value: unknown = json.value;
  if (type === 'null') {
    const isStumble = comparison.type === 'equalsAny' && comparison.isElement && !has(world.version, 'equalsAnyNullId');
    return isStumble
      ? phpRefusal('search', 'Uuid::fromHexToBytes(): Argument #1 ($uuid) must be of type string, null given')
      : undefined;
  }
  if (type === 'object' || type === 'array') {
    const isRefused = comparison.type === 'equalsAny' || !has(world.version, 'equalsScalarChecked');
    return isRefused
      ? phpRefusal('search', 'Uuid::fromHexToBytes(): Argument #1 ($uuid) must be of type string, array given')
      : undefined;
  }
  // A list of values is converted by a function that PHP calls itself, and that takes numbers.
  if (typeof value !== 'string' && comparison.type !== 'equalsAny' && !has(world.version, 'looseTextTypes')) {
    return phpRefusal('search', 'Uuid::fromHexToBytes(): Argument #1 ($uuid) must be of type string');
  }
  const text = toText(value);
  return isHexId(text) ? undefined : invalid(text);
}

function invalid(text: string): Refusal {
  return {
    status: 400,
    code: 'FRAMEWORK__INVALID_UUID',
    detail: `Value is not a valid UUID: ${text}`,
    parameters: { input: text },
    stage: 'search',
  };
}
