import { t } from '@vscode/l10n';
import type { PathFault, PathRefusal, PathSegment } from '../schema/resolvePath.ts';
import { replaceJson } from './edits.ts';
import { atPart, refusedBy, sqlFault } from './findings.ts';
import type { Edit, Finding, Fix, PathSite, Rule, RuleContext, RuleMeta, Severity } from './rule.ts';
import { givenBy } from './variables.ts';
import { writtenPart } from './writtenPart.ts';

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
        const server = isUnchecked(site, fault) ? undefined : sqlFault(site.node, refused.refusal);
        const { stumble, ...report } = describe({ ...site, refused, segment }, context);
        const place = atPart(site, segment.start, segment.end);
        context.report({
          ...report,
          ...place,
          ...givenBy(context.document.syntax.text.slice(place.start, place.end), context),
          ...refusedBy(stumble?.server ?? server),
          ...stumble,
        });
      },
    }),
  };
}

/** Nobody checks `fields` (2.7), nor what `scoreField` reads (2.3): the database alone says what is no column. */
function isUnchecked({ use }: PathSite, fault: PathFault): boolean {
  return use === 'fields' || (use === 'score' && fault === 'runtime');
}

/** `_score` sorts, `_count` sorts buckets: no fields (sections 2.4, 4). In `fields` only unknown names matter (2.7). */
export function isNeverRefused({ use, path }: Pick<PathSite, 'use' | 'path'>): boolean {
  if (use === 'sort' && path.text === '_score') return true;
  if (use === 'aggregationSort' && path.text === '_count') return true;
  return use === 'fields' && path.refused?.fault !== 'unknown';
}

/**
 * Puts another path in place of the one at a site; a mere guess is not the preferred fix. None where what is to be
 * changed comes from a variable, which may be right elsewhere.
 */
export function changePath(site: PathSite, path: string, preferred = true): readonly Fix[] {
  const edit = site.sent.filled.length > 0 ? changeWritten(site, path) : replaceJson(site.json, withPath(site, path));
  return edit ? [{ title: t('Change to "{0}"', path), edits: [edit], preferred }] : [];
}

function withPath({ sent, offset, path }: PathSite, text: string): string {
  return sent.text.slice(0, offset) + text + sent.text.slice(offset + path.text.length);
}

/** Changes only what differs, so that the variables stay. */
function changeWritten(site: PathSite, path: string): Edit | undefined {
  const { text } = site.path;
  const from = commonLength(text, path);
  const shorter = Math.min(text.length, path.length) - from;
  const same = Math.min(shorter, commonLength(reversed(text), reversed(path)));
  const written = writtenPart(site, from, text.length - same);
  if (!written || written.isFilled) return undefined;
  const { start, end } = written;
  return { start, end, text: JSON.stringify(path.slice(from, path.length - same)).slice(1, -1) };
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
