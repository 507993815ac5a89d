import { t } from '@vscode/l10n';
import type { PathFault, PathRefusal, PathSegment, ResolvedPath } from '../schema/resolvePath.ts';
import { replaceJson } from './edits.ts';
import { atPart, sqlFault } from './findings.ts';
import type { Finding, Fix, PathSite, Rule, RuleContext, RuleMeta, Severity } from './rule.ts';

/** What a rule about paths says of one refused path. */
export interface PathReport {
  readonly message: string;
  readonly severity?: Severity;
  /** See `Finding.follows`. */
  readonly follows?: boolean;
  /** What the shop stumbles over before it looks at the path, and where. */
  readonly stumble?: Pick<Finding, 'start' | 'end' | 'pointer' | 'server'>;
  readonly fixes?: () => readonly Fix[];
}

/** A refused path with the segment at fault. */
export interface RefusedPath extends PathSite {
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
      refusedPaths: (site) => {
        const { refused } = site.path;
        if (!refused || refused.fault !== fault || isNeverRefused(site)) return;
        const segment = site.path.segments[refused.segment];
        if (!segment) return;
        const server = site.use === 'fields' ? undefined : sqlFault(site.node, refused.refusal);
        const { stumble, ...report } = describe({ ...site, refused, segment }, context);
        context.report({
          ...report,
          ...atPart(site, segment.start, segment.end),
          ...(server ? { server } : { severity: 'warning' as const }),
          ...stumble,
        });
      },
    }),
  };
}

/** `_score` sorts, `_count` sorts buckets: no fields (sections 2.4, 4). In `fields` only unknown names matter (2.7). */
function isNeverRefused({ use, path }: PathSite): boolean {
  if (use === 'sort' && path.text === '_score') return true;
  if (use === 'aggregationSort' && path.text === '_count') return true;
  return use === 'fields' && path.refused?.fault !== 'unknown';
}

/** Puts another path in place of the one at a site; a mere guess is not the preferred fix. */
export function changePath(site: PathSite, path: string, preferred = true): Fix {
  const text = String(site.json.value);
  const whole = text.slice(0, site.offset) + path + text.slice(site.offset + site.path.text.length);
  return { title: t('Change to "{0}"', path), edits: [replaceJson(site.json, whole)], preferred };
}

/** The path with another text for one segment. */
export function withSegment(path: ResolvedPath, index: number, text: string): string {
  return path.segments.map((segment, at) => (at === index ? text : segment.text)).join('.');
}
