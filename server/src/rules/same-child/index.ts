import { t } from '@vscode/l10n';
import { keyInCriteria } from '../../criteria/typedTree.ts';
import { type Condition, conditionsOf, firstToMany } from '../conditions.ts';
import { atPart, becauseOf } from '../findings.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';

/** Conditions in one group speak about the same child, as two entries each about any (reference, section 3). */
export const rule: Rule = {
  meta: {
    code: 'same-child',
    severity: 'information',
    description: 'Two conditions on one to-many association that different children may match.',
  },
  create: (context) => ({
    object: (node) => {
      if (node.criteria !== node) return;
      const byWay = new Map<string, Condition>();
      for (const condition of conditionsOf(node, context).filter(isEntry)) {
        const way = firstToMany(condition.site) ?? [];
        const key = way.map(({ name }) => name).join('.');
        const first = byWay.get(key);
        if (first && first.site.path.text !== condition.site.path.text) reportPair(first, condition, key, context);
        else byWay.set(key, condition);
      }
    },
  }),
};

/** An entry of the `filter` list itself. */
function isEntry({ site, filter, negated }: Condition): boolean {
  if (negated || filter.parent?.name !== 'filter' || filter.parent.json.type !== 'array') return false;
  return !site.path.refused && firstToMany(site) !== undefined && keyInCriteria(filter) === 'filter';
}

function reportPair(first: Condition, second: Condition, way: string, context: RuleContext): void {
  context.report({
    message: t(
      'This may match a different row of "{0}" than the condition on "{1}". If one row must match both, put them into one group.',
      way,
      first.site.path.text,
    ),
    ...atPart(second.site, 0, second.site.path.text.length),
    ...becauseOf(atPart(first.site, 0, first.site.path.text.length), first.site.path.text),
    fixes: () => groupFix(first, second, context),
  });
}

/** Only neighbours: what stands between them stays where it is. */
function groupFix(first: Condition, second: Condition, { document }: RuleContext): readonly Fix[] {
  const { text } = document.syntax;
  const siblings = first.filter.parent?.children ?? [];
  if (siblings.indexOf(second.filter) !== siblings.indexOf(first.filter) + 1) return [];
  const start = first.filter.json.offset;
  const end = second.filter.json.offset + second.filter.json.length;
  const group = `{ "type": "multi", "operator": "and", "queries": [${text.slice(start, end)}] }`;
  return [{ title: t('Put both into one group'), edits: [{ start, end, text: group }] }];
}
