import { jsonValue } from '../../criteria/syntax.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { memberOf } from '../conditions.ts';

/** What other APIs call the number of rows that come before the first one. */
const OFFSETS = ['offset', 'skip'];

/** The page that begins where a number of rows is left out; undefined where no page does, or one is asked for. */
export function pageMeant(criteria: TypedNode, { name = '', json }: TypedNode): number | undefined {
  if (criteria.criteria !== criteria || !OFFSETS.includes(name) || memberOf(criteria, 'page')) return undefined;
  const limit = memberOf(criteria, 'limit');
  const page = limit && Number(jsonValue(json)) / Number(jsonValue(limit.json)) + 1;
  return Number.isInteger(page) && page !== undefined && page >= 1 ? page : undefined;
}
