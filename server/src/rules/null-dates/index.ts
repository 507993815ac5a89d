import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { hasFlag } from '../../schema/entitySchema.ts';
import { memberOf, pathsBelow } from '../conditions.ts';
import { addEntry } from '../edits.ts';
import { atNode } from '../findings.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';

/** NULL becomes the bucket of today (reference, section 4). */
export const rule: Rule = {
  meta: {
    code: 'null-dates',
    severity: 'warning',
    description: 'A histogram of a date that may be empty: empty ones count as today.',
  },
  create: (context) => ({
    aggregation: (node) => {
      const field = memberOf(node, 'field');
      const path = node.type === 'histogram' && field ? context.path(field) : undefined;
      if (!field || !path || path.refused || path.rest.length > 0 || node.criteria.parent) return;
      const { target } = path;
      if (target?.kind !== 'field' || target.type !== 'date' || hasFlag(target, 'required')) return;
      if (isFiltered(node, path.text, context)) return;
      context.report({
        message: t('"{0}" may be empty, and the shop counts empty dates as today. Filter them out.', path.text),
        ...atNode(field),
        fixes: () => fixesFor(path.text, context),
      });
    },
  }),
};

/** Whether a filter of the criteria, or of an aggregation around, speaks about the same path. */
function isFiltered(node: TypedNode, path: string, context: RuleContext): boolean {
  for (let holder: TypedNode | undefined = node; holder; holder = holder.parent) {
    const filter = memberOf(holder, 'filter');
    if (filter && pathsBelow(filter, context).some((site) => site.path.text === path)) return true;
  }
  return false;
}

function fixesFor(path: string, { document }: RuleContext): readonly Fix[] {
  const { root } = document;
  const { text } = document.syntax;
  if (!root) return [];
  const notNull = `{ "type": "not", "queries": [{ "type": "equals", "field": ${JSON.stringify(path)}, "value": null }] }`;
  const filter = memberOf(root, 'filter');
  if (filter && filter.json.type !== 'array') return [];
  const edits = filter ? addEntry(text, filter.json, notNull) : addEntry(text, root.json, `"filter": [${notNull}]`);
  return [{ title: t('Filter empty dates out'), edits, preferred: true }];
}
