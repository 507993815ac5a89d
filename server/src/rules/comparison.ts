import type { TypedNode } from '../criteria/typedTree.ts';
import { comparedField } from '../schema/customFields.ts';
import type { Field } from '../schema/entitySchema.ts';
import { memberOf } from './conditions.ts';
import { isFilter } from './looksLikeOne.ts';
import type { PathSite, RuleContext } from './rule.ts';

/** A value with the column, or the custom field, that it is compared with. */
export interface Comparison {
  readonly field: Field;
  readonly site: PathSite;
  /** The filter's type; `equals` in a short map. */
  readonly type: string;
  /** The filter object; in a short map the value itself. */
  readonly filter: TypedNode;
}

/**
 * What an operand is compared with: undefined where the path is refused, goes on inside of JSON, or is not known,
 * and where the filter has no type that is.
 * A value is a filter's own, an element of its list, a bound of a range, or the value of a short map.
 */
export function comparisonOf(operand: TypedNode, context: RuleContext): Comparison | undefined {
  const filter = filterOf(operand);
  if (!filter || (isFilter(filter.expected) && filter.type === undefined)) return undefined;
  const [site] = context.sites(memberOf(filter, 'field') ?? filter);
  const field = site && comparedField(site.path);
  if (!site || site.path.refused || !field) return undefined;
  return { field, site, type: filter.type ?? 'equals', filter };
}

function filterOf(operand: TypedNode): TypedNode | undefined {
  const { parent } = operand;
  if (parent?.expected.is === 'map' && parent.expected.keys === 'path') return operand;
  const holder = parent?.expected.is === 'list' || parent?.name === 'parameters' ? parent : operand;
  return holder.parent && isFilter(holder.parent.expected) ? holder.parent : undefined;
}
