import type { TypedNode } from '../../criteria/typedTree.ts';

/** The parameters in the order of the documentation's table of them; what the table leaves out beside its like. */
const CRITERIA = [
  'associations',
  'includes',
  'excludes',
  'fields',
  'ids',
  'total-count-mode',
  'page',
  'limit',
  'filter',
  'post-filter',
  'query',
  'term',
  'sort',
  'aggregations',
  'grouping',
];

/** What says which object it is stands first, as in the documentation's examples. */
const FIRST = ['name', 'type'];

/** The names of an object's keys in the documented order; undefined where an object's keys have none. */
export function keyOrder({ expected, shape, json }: TypedNode): readonly string[] | undefined {
  if (!shape || json.type !== 'object') return undefined;
  if (expected.is === 'object' && (expected.shape === 'criteria' || expected.shape === 'associationCriteria')) {
    return CRITERIA;
  }
  const keys = Object.keys(shape.keys);
  if (expected.is !== 'variant') return keys;
  return [...FIRST.filter((key) => keys.includes(key)), ...keys.filter((key) => !FIRST.includes(key))];
}
