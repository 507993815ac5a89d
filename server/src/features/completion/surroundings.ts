import type { Analysis } from '../../analysis/analyze.ts';
import { memberValues } from '../../criteria/memberValues.ts';
import { keyInCriteria, type TypedNode } from '../../criteria/typedTree.ts';
import { memberOf } from '../../rules/conditions.ts';
import { markedBeside } from './probe.ts';

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
  const reduced = new Reduced(analysis);
  const rest = reduced.criteria(criteria, key);
  return (entry) => {
    const { value, pointer } = reduced.around(place, entry);
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

/** A criteria without what joins nothing, as JSON values. */
class Reduced {
  readonly #analysis: Analysis;
  readonly #lists = new Map<TypedNode, readonly object[]>();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  /** The members of a criteria but one. */
  criteria(criteria: TypedNode, without: string): Readonly<Record<string, unknown>> {
    const { limit, grouping, term, query } = memberValues(criteria);
    const lists = ['filter', 'post-filter', 'sort'].filter((key) => key !== without);
    const joining = lists.map((key) => [key, this.#joining(memberOf(criteria, key))]);
    return {
      limit,
      grouping,
      term,
      query: Array.isArray(query) ? query.slice(0, 1) : undefined,
      aggregations: this.#crossingAggregations(criteria),
      ...Object.fromEntries(joining),
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

  #neighbours(node: TypedNode, list: TypedNode): readonly object[] {
    const known = this.#lists.get(list);
    if (known) return known;
    const found = this.#entries(list.children.filter((child) => child !== node));
    this.#lists.set(list, found);
    return found;
  }

  /** A short map of filters is one group. */
  #joining(member: TypedNode | undefined): readonly object[] {
    if (!member) return [];
    const entries = this.#entries(member.children);
    const isGroup = member.expected.is === 'map' && entries.length > 0;
    return isGroup ? [{ type: 'multi', operator: 'and', queries: entries }] : entries;
  }

  #entries(nodes: readonly TypedNode[]): readonly object[] {
    const entries = nodes.flatMap((node) => this.#entry(node) ?? []);
    return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
  }

  /** A filter or a sorting, where it goes through a to-many association. */
  #entry(node: TypedNode): object | undefined {
    const queries = memberOf(node, 'queries');
    if (queries) {
      const entries = this.#entries(queries.children);
      return entries.length > 0 ? { type: node.type, queries: entries } : undefined;
    }
    const path = this.#analysis.path(memberOf(node, 'field') ?? node);
    if (!path?.firstToMany) return undefined;
    return node.json.type === 'object'
      ? withPlainValue({ ...memberValues(node), field: path.text })
      : withPlainValue({ type: 'equals', field: path.text, value: node.json.value });
  }

  #crossingAggregations(criteria: TypedNode): readonly object[] {
    const paths = (memberOf(criteria, 'aggregations')?.children ?? []).flatMap((aggregation) => {
      const field = aggregation.type === 'filter' ? undefined : memberOf(aggregation, 'field');
      const path = field && this.#analysis.path(field);
      return path?.firstToMany ? [path.text] : [];
    });
    return [...new Set(paths)].map((field, index) => ({ name: `a${index}`, type: 'count', field }));
  }
}

/** A filter with a value that stands for all of its kind: it matters only whether there is one, none, or several. */
export function withPlainValue(filter: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return 'value' in filter ? { ...filter, value: plain(filter.value) } : filter;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map((_, index) => index);
  if (typeof value === 'string' && value.includes('|')) return '0|1';
  return value === null ? null : 1;
}
