import { t } from '@vscode/l10n';
import { placeholdersOf, storeRouteAt } from '../../shopware/routes.ts';
import { memberOf } from '../conditions.ts';
import { addEntry } from '../edits.ts';
import { atOpening } from '../findings.ts';
import { maximumOf } from '../limit-too-high/index.ts';
import { routeOf } from '../route.ts';
import type { Rule } from '../rule.ts';

/** What comes without a limit depends on the version (reference, section 2.1). */
export const rule: Rule = {
  meta: { code: 'limit-missing', severity: 'hint', description: 'A search without "limit".' },
  create: ({ document, world, report }) => ({
    document: () => {
      const { root } = document;
      if (root?.json.type !== 'object' || ['limit', 'ids'].some((key) => memberOf(root, key))) return;
      const { entity, syntax } = document;
      const isSearched = entity !== undefined && world.schema.has(entity) && !world.schema.isMapping(entity);
      const route = routeOf(document, world.api) ?? '';
      if (!isSearched || syntax.errors.length > 0 || placeholdersOf(route).length > 0) return;
      if (storeRouteAt(route)?.hasOwnLimit) return;
      const maximum = maximumOf(world);
      report({
        message:
          maximum === undefined
            ? t('Shopware {0} has no default limit here: without "limit" all rows are returned.', world.version.text)
            : t('Without "limit" at most {0} rows are returned, which is the shop\'s maximum.', maximum),
        ...atOpening(root),
        ...(maximum === undefined ? { severity: 'warning' as const } : {}),
        fixes: () => [
          {
            title: t('Add {0}', '"limit": 25'),
            edits: addEntry(document.syntax.text, root.json, '"limit": 25'),
            preferred: true,
          },
        ],
      });
    },
  }),
};
