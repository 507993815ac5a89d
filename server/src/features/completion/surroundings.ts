import type { Analysis } from '../../analysis/analyze.ts';
import { jsonValue } from '../../criteria/syntax.ts';
import { keyInCriteria, type TypedNode } from '../../criteria/typedTree.ts';
import { memberOf } from '../../rules/conditions.ts';
import { sentText } from '../../rules/variables.ts';
import { resolvePath } from '../../schema/resolvePath.ts';
import { markedBeside } from './probe.ts';
import { worldMemory } from './worldMemory.ts';

/** What is wrong with an entry: pointers that begin at it, `''` for itself. */
export type MarksOn = (entry: object) => ReadonlySet<string>;

/**
 * Asks the rules about an entry of `filter`, `post-filter` or `sort` in the place of the document's own, or about the
 * whole value of the key where `place` is the criteria or a short map of filters. They are handed nothing of the document
 * but what decides how the shop joins and groups (reference, sections 2.3, 2.4, 2.6 and 3): so the answer costs no more
 * in a long document, and is known already for another one of that kind.
 */
export function surroundingsOf(place: TypedNode, analysis: Analysis): MarksOn {
  const { criteria } = place;
  const key = place === criteria ? 'sort' : (keyInCriteria(place) ?? '');
  const outline = new JoiningOutline(analysis);
  const rest = outline.criteria(criteria, key);
  return (entry) => {
    const { value, pointer } = outline.around(place, entry);
    const start = `/${key}${pointer}`;
    const marked = markedBeside(criteria, { ...rest, [key]: value }, analysis.world);
    return new Set([...marked].filter((mark) => isAt(start, mark)).map((mark) => mark.slice(start.length)));
  };
}

function isAt(start: string, pointer: string): boolean {
  return pointer === start || pointer.startsWith(`${start}/`);
}

interface Placed {
  readonly value: unknown;
  readonly pointer: string;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * What of a criteria decides about joins: `limit`, `grouping`, `term`, one `query`, and the filters, sortings and
 * aggregations that cross a to-many association. As JSON values: those of a long list are read without typing each.
 */
class JoiningOutline {
  readonly #analysis: Analysis;
  readonly #lists = new Map<TypedNode, readonly Values[]>();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  /** The members of a criteria but one. */
  criteria(criteria: TypedNode, without: string): Values {
    const lists = ['filter', 'post-filter', 'sort'].filter((key) => key !== without);
    const [scoring] = memberOf(criteria, 'query')?.children ?? [];
    return {
      ...Object.fromEntries(['limit', 'grouping', 'term'].map((key) => [key, writtenIn(memberOf(criteria, key))])),
      ...(scoring ? { query: [writtenIn(scoring)] } : {}),
      aggregations: this.#crossingAggregations(criteria),
      ...Object.fromEntries(lists.map((key) => [key, this.#joining(memberOf(criteria, key))])),
    };
  }

  /** The value of the key in which `entry` takes the place of a node: beside its neighbours, in front of them. */
  around(node: TypedNode, entry: unknown): Placed {
    const list = node.parent;
    if (node === node.criteria || list?.expected.is !== 'list') return { value: entry, pointer: '' };
    const value = [entry, ...this.#neighbours(node, list)];
    const group = list.parent;
    if (!group || group === node.criteria) return { value, pointer: '/0' };
    const outer = this.around(group, { type: group.type, queries: value });
    return { value: outer.value, pointer: `${outer.pointer}/queries/0` };
  }

  #neighbours(node: TypedNode, list: TypedNode): readonly Values[] {
    const known = this.#lists.get(list);
    if (known) return known;
    const others = list.children.filter((child) => child !== node);
    const found = this.#entries(others.map(writtenIn), node.entity);
    this.#lists.set(list, found);
    return found;
  }

  /** A short map of filters is one group. */
  #joining(member: TypedNode | undefined): readonly Values[] {
    const written = writtenIn(member);
    if (!isObject(written)) return [];
    if (member?.expected.is !== 'map') return this.#entries(Object.values(written), member?.entity);
    const filters = Object.entries(written).map(([field, value]) => ({ type: 'equals', field, value }));
    const queries = this.#entries(filters, member.entity);
    return queries.length > 0 ? [{ type: 'multi', operator: 'and', queries }] : [];
  }

  #entries(written: readonly unknown[], entity: string | undefined): readonly Values[] {
    const entries = written.flatMap((value): readonly Values[] => {
      const entry = this.#entry(value, entity);
      return entry ? [entry] : [];
    });
    return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
  }

  /** A filter or a sorting, where it goes through a to-many association. */
  #entry(written: unknown, entity: string | undefined): Values | undefined {
    if (!isObject(written)) return undefined;
    const { queries, field } = written;
    if (isObject(queries)) {
      const entries = this.#entries(Object.values(queries), entity);
      return entries.length > 0 ? { type: written.type, queries: entries } : undefined;
    }
    const path = this.#crossing(field, entity);
    return path === undefined ? undefined : withPlainValue({ ...written, field: path });
  }

  /** Of nested aggregations only the outermost counts. */
  #crossingAggregations(criteria: TypedNode): readonly Values[] {
    const { children = [] } = memberOf(criteria, 'aggregations') ?? {};
    const paths = children.flatMap((aggregation) => {
      const field = aggregation.type === 'filter' ? undefined : memberOf(aggregation, 'field');
      return this.#crossing(writtenIn(field), criteria.entity) ?? [];
    });
    return [...new Set(paths)].map((field, index) => ({ name: `a${index}`, type: 'count', field }));
  }

  /** A path as it is sent, where it goes through a to-many association. */
  #crossing(written: unknown, entity: string | undefined): string | undefined {
    if (typeof written !== 'string' || entity === undefined) return undefined;
    const { text } = sentText(written, this.#analysis);
    const { world } = this.#analysis;
    const isCrossing = crossing(world, `${entity} ${text}`, () => {
      const { firstToMany } = resolvePath({ text, root: entity, use: 'filter' }, world);
      return firstToMany !== undefined;
    });
    return isCrossing ? text : undefined;
  }
}

const crossing = worldMemory<boolean>();

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}

function writtenIn(node: TypedNode | undefined): unknown {
  return node && jsonValue(node.json);
}

/** A filter with a value that stands for all of its kind: it matters only whether there is one, none, or several. */
export function withPlainValue(filter: Values): Values {
  return 'value' in filter ? { ...filter, value: plain(filter.value) } : filter;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map((_, index) => index);
  if (typeof value === 'string' && value.includes('|')) return '0|1';
  return value === null ? null : 1;
}
