import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { hasFlag } from '../../schema/entitySchema.ts';
import { memberOf, pathsBelow } from '../conditions.ts';
import { addEntry, wrap } from '../edits.ts';
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
        fixes: () => fixesFor(node, path.text, context),
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

/** A filter around the histogram alone: the rows of the answer and of other aggregations stay as they are. */
function fixesFor(node: TypedNode, path: string, { document }: RuleContext): readonly Fix[] {
  const notNull = `{ "type": "not", "queries": [{ "type": "equals", "field": ${JSON.stringify(path)}, "value": null }] }`;
  const { parent } = node;
  const filter = parent?.type === 'filter' ? memberOf(parent, 'filter') : undefined;
  if (filter?.json.type === 'array') {
    return [
      {
        title: t('Filter empty dates out'),
        edits: addEntry(document.syntax.text, filter.json, notNull),
        preferred: true,
      },
    ];
  }
  const name: unknown = memberOf(node, 'name')?.json.value;
  if (typeof name !== 'string') return [];
  const before = `{ "name": ${JSON.stringify(name)}, "type": "filter", "filter": [${notNull}], "aggregation": `;
  // Below buckets the shop filters what is counted in them, too.
  const isAlone = parent?.expected.is === 'list';
  return [{ title: t('Filter empty dates out'), edits: wrap(node.json, before, ' }'), preferred: isAlone }];
}
