import type { TypedNode } from '../criteria/typedTree.ts';
import type { PathFault, PathRefusal, PathSegment, ResolvedPath } from '../schema/resolvePath.ts';
import { atPart, sqlFault } from './findings.ts';
import type { Fix, Rule, RuleContext, RuleMeta, Severity } from './rule.ts';

/** What a rule about paths says of one refused path. */
export interface PathReport {
  readonly message: string;
  readonly severity?: Severity;
  readonly fixes?: () => readonly Fix[];
}

/** A refused path with the segment at fault. */
export interface RefusedPath {
  readonly node: TypedNode;
  readonly path: ResolvedPath;
  readonly refused: PathRefusal;
  readonly segment: PathSegment;
}

/** A rule that speaks about one kind of refused path (reference, section 5). */
export function pathRule(
  meta: RuleMeta,
  fault: PathFault,
  describe: (refused: RefusedPath, context: RuleContext) => PathReport,
): Rule {
  return {
    meta,
    create: (context) => ({
      path: (node) => {
        const path = context.path(node);
        const { refused } = path ?? {};
        if (!path || !refused || refused.fault !== fault || isNeverRefused(node, path)) return;
        const segment = path.segments[refused.segment];
        if (!segment) return;
        const isFields = node.expected.is === 'path' && node.expected.use === 'fields';
        const server = isFields ? undefined : sqlFault(node, refused.refusal);
        context.report({
          ...describe({ node, path, refused, segment }, context),
          ...atPart(node, segment.start, segment.end),
          ...(server ? { server } : {}),
          ...(isFields ? { severity: 'warning' as const } : {}),
        });
      },
    }),
  };
}

/** `_score` sorts, `_count` sorts buckets: no fields (sections 2.4, 4). In `fields` only unknown names matter (2.7). */
function isNeverRefused(node: TypedNode, path: ResolvedPath): boolean {
  if (node.expected.is !== 'path') return true;
  const { use } = node.expected;
  if (use === 'sort' && path.text === '_score') return true;
  if (use === 'aggregationSort' && path.text === '_count') return true;
  return use === 'fields' && path.refused?.fault !== 'unknown';
}

/** The path with another text for one segment. */
export function withSegment(path: ResolvedPath, index: number, text: string): string {
  return path.segments.map((segment, at) => (at === index ? text : segment.text)).join('.');
}
