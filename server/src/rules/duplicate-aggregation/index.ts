import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { memberOf } from '../conditions.ts';
import { changeTo } from '../edits.ts';
import { atNode } from '../findings.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** Results stand under names, and a filter aggregation's under the nested one's (reference, section 4). */
export const rule: Rule = {
  meta: {
    code: 'duplicate-aggregation',
    severity: 'warning',
    description: 'An aggregation whose result stands under the name of another, or under another name than its own.',
  },
  create: (context) => ({
    list: (node) => {
      if (node.name !== 'aggregations' || node.parent !== node.criteria || node.criteria.parent) return;
      const seen = new Map<string, TypedNode>();
      for (const aggregation of node.children) checkName(aggregation, seen, context);
    },
  }),
};

function checkName(aggregation: TypedNode, seen: Map<string, TypedNode>, { report }: RuleContext): void {
  const shown = nameOfResult(aggregation);
  const name: unknown = shown?.json.value;
  if (!shown || typeof name !== 'string' || name === '') return;
  const own = memberOf(aggregation, 'name');
  if (own && own !== shown && typeof own.json.value === 'string' && own.json.value !== name) {
    report({
      message: t(
        'The result of a filter aggregation stands under the name of the nested one: "{0}". "{1}" appears nowhere.',
        name,
        own.json.value,
      ),
      ...atNode(own),
      severity: 'information',
      fixes: () => [changeTo(own.json, name, true)],
    });
  }
  const first = seen.get(name);
  if (first) {
    const free = freeName(name, seen);
    report({
      message: t('Two results have the name "{0}": the last one wins, the other is lost.', name),
      ...atNode(shown),
      related: [{ message: t('The first result of this name, which is lost.'), ...atNode(first) }],
      fixes: () => [changeTo(shown.json, free, true)],
    });
  }
  seen.set(name, shown);
}

function nameOfResult(aggregation: TypedNode): TypedNode | undefined {
  const nested = aggregation.type === 'filter' ? memberOf(aggregation, 'aggregation') : undefined;
  return nested ? nameOfResult(nested) : memberOf(aggregation, 'name');
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}
