import { keyInCriteria, type TypedNode } from '../criteria/typedTree.ts';
import type { Refusal, Stage } from '../shopware/refusal.ts';

/** In which stage, and when within it, the server meets a fault. */
export interface Meeting {
  readonly stage: Stage;
  /** Compare with `compareOrder`, among faults of the same stage. */
  readonly order: readonly number[];
}

/** What the node alone does not tell. */
export interface MeetingOptions {
  /** Where the fault stands in the reading order, if not at the node itself. */
  readonly own?: readonly number[];
  /** The key of the criteria that it stands at or below, likewise. */
  readonly key?: string;
  /** A fault of grouping the rows, which aggregations do not do. */
  readonly groups?: boolean;
}

/**
 * When the server meets a fault that it does not find while it parses (reference, section 2 "In time"):
 * - access: at the end of the criteria that the fault is in (RequestCriteriaBuilder, Criteria::getAllFields);
 * - aggregations: one by one, each with the filters; so faults of filters belong to the first of them (EntityAggregator);
 * - search: while the query is built, then by the database (CriteriaQueryBuilder, EntitySearcher);
 * - load: association by association, each before those inside of it (EntityReader).
 */
export function meetingOf(node: TypedNode, stage: Stage, refusal: Refusal, more: MeetingOptions = {}): Meeting {
  const { own = node.order, key = keyInCriteria(node) ?? '', groups = false } = more;
  const { order: criteria } = node.criteria;
  const rank = rankOf(refusal);
  const place = [placeOfKey(stage, key), ...own.slice(criteria.length)];
  if (stage === 'access') return { stage, order: [...criteria, AFTER_KEYS, ...place] };
  if (stage === 'load') return { stage, order: [...criteria, BEFORE_KEYS, ...rank, ...place] };
  if (stage === 'aggregate') return { stage, order: [own[criteria.length + 1] ?? 0, ...rank, ...place] };
  const isEarly = !groups && stage === 'search' && WITH_AGGREGATIONS.includes(key) && hasAggregations(node.criteria);
  return isEarly ? { stage: 'aggregate', order: [0, ...rank, ...place] } : { stage, order: [...rank, ...place] };
}

// A criteria's own faults come before those of the associations inside of it, or after all of them.
const BEFORE_KEYS = -1;
const AFTER_KEYS = 1_000_000;

const WITH_AGGREGATIONS = ['filter', 'query', 'ids'];

function hasAggregations(criteria: TypedNode): boolean {
  return criteria.children.some((child) => child.name === 'aggregations' && child.children.length > 0);
}

/** The shop builds a query, writes it as SQL, then the database reads it: its columns before its conditions. */
function rankOf({ by, code }: Refusal): readonly [number, number] {
  if (by === 'query builder') return [1, 0];
  if (by === undefined && (code === '0' || !/^\d+$/.test(code))) return [0, 0];
  return [2, code === INVALID_GROUP_FUNCTION ? 0 : 1];
}

const INVALID_GROUP_FUNCTION = '1111';

const BUILT = ['fields', 'filter', 'post-filter', 'query', 'term', 'sort', 'ids', 'grouping'];
const CHECKED = ['filter', 'post-filter', 'sort', 'query', 'grouping', 'aggregations'];

/** The keys of a criteria in the order in which a stage looks at them, which is not that of parsing. */
function placeOfKey(stage: Stage, key: string): number {
  const keys = stage === 'access' ? CHECKED : BUILT;
  const index = keys.indexOf(key);
  return index < 0 ? keys.length : index;
}
