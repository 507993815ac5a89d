import { keyInCriteria, type TypedNode } from '../criteria/typedTree.ts';
import type { Refusal, Stage } from '../shopware/refusal.ts';

/**
 * When a fault that would show at `stage` shows for this node (reference, section 2.6); undefined for never.
 * Parsing and access are checked in the whole body. SQL of a to-many association runs only when the parent search
 * found rows; of a to-one association, and for aggregations inside an association, it never runs.
 */
export function placeOf(node: TypedNode, stage: Stage): Pick<Refusal, 'stage' | 'when'> | undefined {
  if (stage === 'parse' || stage === 'access' || stage === 'route') return { stage };
  const own = stage === 'search' && keyInCriteria(node) === 'aggregations' ? 'aggregate' : stage;
  const nesting = nestingOf(node);
  if (nesting === 'root') return { stage: own };
  if (nesting === 'to-one' || own === 'aggregate' || own === 'respond') return undefined;
  return { stage: 'load', when: 'rows' };
}

function nestingOf(node: TypedNode): 'root' | 'to-one' | 'to-many' {
  const { criteria } = node;
  if (!criteria.parent) return 'root';
  return criteria.association?.toMany === false ? 'to-one' : 'to-many';
}
