import { t } from '@vscode/l10n';
import { toInteger } from '../../criteria/php.ts';
import { has } from '../../shopware/changes.ts';
import { memberOf } from '../conditions.ts';
import { addEntry } from '../edits.ts';
import { atNode } from '../findings.ts';
import type { Rule } from '../rule.ts';

/** The shop counts the offset from the limit that the body names (reference, section 2.1). */
export const rule: Rule = {
  meta: {
    code: 'page-without-limit',
    severity: 'warning',
    description: '"page" without "limit": the first page is returned again.',
  },
  create: ({ document, world, report }) => ({
    object: (node) => {
      const page = node.criteria === node ? memberOf(node, 'page') : undefined;
      const limit = memberOf(node, 'limit');
      if (!page || toInteger(page.json.value) < 2 || (limit && limit.json.type !== 'null')) return;
      if (has(world.version, 'strictOperands') || world.api === 'store' || memberOf(node, 'ids')) return;
      if (node.association && node.association.relation !== 'one_to_many') return;
      report({
        message: t('Without "limit" the shop ignores "page": page {0} is page 1 again.', String(page.json.value)),
        ...atNode(page),
        fixes: () =>
          limit
            ? []
            : [
                {
                  title: t('Add {0}', '"limit": 25'),
                  edits: addEntry(document.syntax.text, node.json, '"limit": 25'),
                  preferred: true,
                },
              ],
      });
    },
  }),
};
