import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { hasFlag } from '../../schema/entitySchema.ts';
import { needsJoin } from '../../schema/pathExceptions.ts';
import { has } from '../../shopware/changes.ts';
import { sqlRefusal } from '../../shopware/refusal.ts';
import { hasTerm, pathsOf } from '../conditions.ts';
import { atPart, refusedBy, sqlFault } from '../findings.ts';
import type { PathSite, Rule, RuleContext } from '../rule.ts';

/** `grouping` joins nothing: a path that needs a join must also stand elsewhere (reference, section 2.5). */
export const rule: Rule = {
  meta: {
    code: 'grouping-column',
    severity: 'error',
    description: 'A path in "grouping" that needs a join, which only a filter or sorting makes.',
  },
  create: (context) => ({
    paths: (site) => {
      if (
        site.use !== 'grouping' ||
        site.path.refused ||
        !needsJoin(site.path, site.node.criteria.parent !== undefined) ||
        isJoinedElsewhere(site, context)
      )
        return;
      const refusal = sqlRefusal(
        context.world.version,
        '1054',
        'search',
        `Unknown column '${site.path.text}' in 'GROUP BY'`,
      );
      const server = sqlFault(site.node, refusal);
      context.report({
        message: messageFor(site, context),
        ...atPart(site, 0, site.path.text.length),
        ...refusedBy(server),
      });
    },
  }),
};

/** The same path with the same joins: since 6.7.3 a filter reads `manufacturer.id` without one (section 5.1, step 0). */
function isJoinedElsewhere(site: PathSite, context: RuleContext): boolean {
  const others = joining(site.node.criteria, context).filter((other) => ownText(other) === ownText(site));
  return isSearched(site) || others.some(({ path }) => path.associations.length === site.path.associations.length);
}

/** `term` asks for the texts that it searches as `query` would. */
function isSearched({ path, node }: PathSite): boolean {
  return hasTerm(node.criteria) && path.target !== undefined && hasFlag(path.target, 'search_ranking');
}

function joining(criteria: TypedNode, context: RuleContext): readonly PathSite[] {
  return ['filter', 'post-filter', 'sort', 'query'].flatMap((key) => pathsOf(criteria, key, context));
}

function ownText({ path }: PathSite): string {
  return path.segments
    .filter(({ role }) => role !== 'prefix')
    .map(({ text }) => text)
    .join('.');
}

function messageFor({ path }: PathSite, { world }: RuleContext): string {
  const [association] = path.associations;
  const isId = path.associations.length === 1 && path.target?.name === 'id' && association?.toMany === false;
  if (!isId || !association.localField) {
    return t('"grouping" itself adds no join: "{0}" must also be used in a filter or sorting.', path.text);
  }
  const { localField } = association;
  return has(world.version, 'foreignKeyForId')
    ? t('"grouping" itself adds no join: "{0}" must also be used in a sorting, or use "{1}".', path.text, localField)
    : t(
        '"grouping" itself adds no join: "{0}" must also be used in a filter or sorting, or use "{1}".',
        path.text,
        localField,
      );
}
