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
    description: 'An aggregation whose result appears under the name of another, or under a name other than its own.',
  },
  create: (context) => ({
    list: (node) => {
      if (node.name !== 'aggregations' || node.parent !== node.criteria || node.criteria.parent) return;
      const seen = new Map<string, TypedNode>();
      const taken = new Set(node.children.map((aggregation) => nameWritten(nameOfResult(aggregation))));
      for (const aggregation of node.children) {
        checkOuterName(aggregation, taken, context);
        checkName(aggregation, seen, taken, context);
      }
    },
  }),
};

function checkName(
  aggregation: TypedNode,
  seen: Map<string, TypedNode>,
  taken: ReadonlySet<string | undefined>,
  { report }: RuleContext,
): void {
  const shown = nameOfResult(aggregation);
  const name = nameWritten(shown);
  if (!shown || name === undefined) return;
  const first = seen.get(name);
  if (first) {
    report({
      message: t('Two results have the name "{0}": the last one wins, the other is lost.', name),
      ...atNode(shown),
      related: [{ message: t('The first result of this name, which is lost.'), ...atNode(first) }],
      fixes: () => [changeTo(shown.json, freeName(name, taken), true)],
    });
  }
  seen.set(name, shown);
}

/** A filter aggregation is looked for under its own name. */
function checkOuterName(aggregation: TypedNode, taken: ReadonlySet<string | undefined>, { report }: RuleContext): void {
  const shown = nameOfResult(aggregation);
  const own = memberOf(aggregation, 'name');
  const name = nameWritten(shown);
  const wanted = nameWritten(own);
  if (!shown || !own || name === undefined || wanted === undefined || wanted === name) return;
  const inner = { ...changeTo(shown.json, wanted, true), title: t('Change the nested name to "{0}"', wanted) };
  report({
    message: t(
      'The result of a filter aggregation appears under the name of the nested one: "{0}". "{1}" appears nowhere.',
      name,
      wanted,
    ),
    ...atNode(own),
    severity: 'information',
    fixes: () => (taken.has(wanted) ? [changeTo(own.json, name, true)] : [inner, changeTo(own.json, name, false)]),
  });
}

function nameWritten(name: TypedNode | undefined): string | undefined {
  const text: unknown = name?.json.value;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function nameOfResult(aggregation: TypedNode): TypedNode | undefined {
  const nested = aggregation.type === 'filter' ? memberOf(aggregation, 'aggregation') : undefined;
  return nested ? nameOfResult(nested) : memberOf(aggregation, 'name');
}

function freeName(name: string, taken: ReadonlySet<string | undefined>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}
