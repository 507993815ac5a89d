import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { memberOf } from '../conditions.ts';
import { removeEntry } from '../edits.ts';
import { atKey, atPart, becauseOf } from '../findings.ts';
import type { PathSite, Rule, RuleContext } from '../rule.ts';

/**
 * Filtering, sorting and aggregating need no loaded association: the path alone makes the join (reference, section
 * 2.6; the official docs say otherwise). Whoever names it in `includes` wants to see it.
 */
export const rule: Rule = {
  meta: {
    code: 'association-for-filter',
    severity: 'hint',
    description: 'An association that is loaded as it is, next to a filter, sorting or aggregation by it.',
  },
  create: (context) => {
    const loaded = new Map<string, TypedNode>();
    const joining: PathSite[] = [];
    return {
      object: (node) => {
        const path = node.association && pathOf(node);
        if (path && isPlain(node) && !isShaped(node, context)) loaded.set(path, node);
      },
      paths: (site) => {
        const { root } = context.document;
        if (site.use === 'fields' || site.node.criteria !== root || site.path.refused) return;
        if (site.path.associations.length > 0) joining.push(site);
      },
      after: () => {
        if (loaded.size === 0) return;
        const used = firstUses(joining);
        for (const [path, node] of loaded) {
          const site = used.get(path);
          if (site) report(node, path, site, context);
        }
      },
    };
  },
};

/** The names from the root's associations down to this one, joined by dots. */
function pathOf(node: TypedNode): string {
  const owner = node.parent?.criteria;
  const own = node.name ?? '';
  return owner?.association ? `${pathOf(owner)}.${own}` : own;
}

/** With a criteria of its own an association is loaded for its rows. */
function isPlain(node: TypedNode): boolean {
  return node.children.length === 0;
}

function isShaped(node: TypedNode, { document }: RuleContext): boolean {
  const includes = document.root && memberOf(document.root, 'includes');
  return includes !== undefined && memberOf(includes, node.parent?.criteria.entity ?? '') !== undefined;
}

/** Each way of associations with the first path that goes it. */
function firstUses(sites: readonly PathSite[]): ReadonlyMap<string, PathSite> {
  const uses = new Map<string, PathSite>();
  for (const site of sites) {
    for (const way of startsOf(site)) if (!uses.has(way)) uses.set(way, site);
  }
  return uses;
}

function startsOf({ path }: PathSite): readonly string[] {
  const names = path.associations.map(({ name }) => name);
  return names.map((_, index) => names.slice(0, index + 1).join('.'));
}

function report(node: TypedNode, path: string, site: PathSite, { document, report }: RuleContext): void {
  report({
    message: t(
      '"{0}" only has to be loaded to have its rows in the answer: filtering, sorting and aggregating by it work without that.',
      path,
    ),
    ...atKey(node),
    ...becauseOf(atPart(site, 0, site.path.text.length), site.path.text),
    fixes: () => [{ title: t('Remove "{0}"', node.name ?? ''), edits: removeEntry(document.syntax.text, node) }],
  });
}
