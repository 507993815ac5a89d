import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { conditionsOf, firstToMany, isGrouped, isLimitOne, isScored, memberOf, pathsOf } from '../conditions.ts';
import { addEntry, replaceNode } from '../edits.ts';
import { atKey, atNode, atPart, becauseOf } from '../findings.ts';
import { isFaulty } from '../innerFault.ts';
import { isTaken } from '../pathsMeant.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';

/** With a limit of 1 the shop does not group by id (reference, section 2.1). */
export const rule: Rule = {
  meta: {
    code: 'single-row',
    severity: 'warning',
    description: '"limit": 1 where it returns a different row or total than intended.',
  },
  create: (context) => ({
    document: () => {
      const { root, values } = context.document;
      const limit = root && memberOf(root, 'limit');
      if (!root || !limit || !isLimitOne(root) || isGrouped(root) || memberOf(root, 'ids')) return;
      if (values.path === '/store-api/search' || isFaulty(root, ['limit'], context)) return;
      const reason = reasonFor(root, context);
      if (!reason) return;
      context.report({ ...reason, ...atNode(limit), fixes: () => fixesFor(root, limit, context) });
    },
  }),
};

/** Grouping keeps the number of rows; where there is none, a second row makes the shop group. */
function fixesFor(root: TypedNode, limit: TypedNode, { document, world }: RuleContext): readonly Fix[] {
  const id = { text: 'id', root: root.entity ?? '', use: 'grouping' } as const;
  const isGroupable = isTaken(id, world) && !memberOf(root, 'grouping');
  const entry = '"grouping": ["id"]';
  const edits = addEntry(document.syntax.text, root.json, entry);
  const two = { title: t('Change to {0}', 2), edits: [replaceNode(limit.json, '2')] };
  if (!isGroupable) return [{ ...two, preferred: true }];
  return [{ title: t('Add {0}', entry), edits, preferred: true }, two];
}

function reasonFor(root: TypedNode, context: RuleContext): Pick<Finding, 'message' | 'related'> | undefined {
  if (isScored(root, context)) {
    const scoring = memberOf(root, 'term') ?? memberOf(root, 'query');
    return {
      message: t(
        'With "limit": 1 the shop does not find the best match: the row is an arbitrary one of all that match. With 2 the best one comes first.',
      ),
      ...(scoring ? becauseOf(atKey(scoring), scoring.name ?? '') : {}),
    };
  }
  const mode = String(memberOf(root, 'total-count-mode')?.json.value);
  const sites = [...conditionsOf(root, context).map(({ site }) => site), ...pathsOf(root, 'sort', context)];
  const site = sites.find((candidate) => !candidate.path.refused && firstToMany(candidate));
  if (!site || !['1', 'exact'].includes(mode)) return undefined;
  return {
    message: t(
      'With "limit": 1 the shop counts joined rows: through "{0}" a row is counted once for each child, and pages repeat it.',
      site.path.text,
    ),
    ...becauseOf(atPart(site, 0, site.path.text.length), site.path.text),
  };
}
