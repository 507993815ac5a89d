import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import type { World } from '../../analysis/world.ts';
import type { PathSite } from '../../rules/rule.ts';
import { resolvePath } from '../../schema/resolvePath.ts';
import { segmentsOf } from '../reading/nodeAt.ts';
import type { Refactoring } from './refactoring.ts';
import { wayTo } from './selected.ts';

/** Between `product.name` and `name`, which a shop reads the same. */
export function entityPrefix(analysis: Analysis, start: number, end: number): readonly Refactoring[] {
  const { document, world } = analysis;
  const node = wayTo(document.root, start, end).at(-1);
  const sites = node ? analysis.sites(node) : [];
  return sites.flatMap((site) => {
    const segments = segmentsOf(site);
    const isSelected = segments.some((first) => start >= first.start) && segments.some((last) => end <= last.end);
    return isSelected ? change(site, world) : [];
  });
}

function change(site: PathSite, world: World): readonly Refactoring[] {
  const root = site.node.entity;
  const [first, second] = segmentsOf(site);
  if (root === undefined || !first) return [];
  const { text } = site.path;
  const isPrefixed = first.segment.role === 'prefix' && second !== undefined;
  const other = isPrefixed ? text.slice(root.length + 1) : `${root}.${text}`;
  if (!leadsToSame(site, other, root, world) || isTaken(site, other)) return [];
  return [
    {
      title: isPrefixed ? t('Remove the prefix "{0}."', root) : t('Add the prefix "{0}."', root),
      kind: 'refactor.rewrite',
      edits: isPrefixed
        ? [{ start: first.start, end: second.start, text: '' }]
        : [{ start: first.start, end: first.start, text: `${root}.` }],
    },
  ];
}

/** Names that stand for no column, such as `_score`, have no prefix; and what is refused is for fixes to mend. */
function leadsToSame({ path, use }: PathSite, text: string, root: string, world: World): boolean {
  if (use === 'fields' || path.target === undefined || path.refused) return false;
  const other = resolvePath({ text, root, use }, world);
  return other.target === path.target && other.targetEntity === path.targetEntity && !other.refused;
}

/** A key that another entry of a filter map has already. */
function isTaken({ node, json }: PathSite, text: string): boolean {
  return json === node.keyNode && (node.parent?.children.some(({ name }) => name === text) ?? false);
}
