import { t } from '@vscode/l10n';
import { defaultRoute, STORE_ROUTES } from '../../shopware/routes.ts';
import { topLine } from '../edits.ts';
import { directiveSpan } from '../route.ts';
import type { Rule } from '../rule.ts';

/** The Store API has no list route of its own for most entities: the file must name one (contract, section 1). */
export const rule: Rule = {
  meta: {
    code: 'missing-route',
    severity: 'information',
    description: 'A criteria for the Store API that does not say which route it goes to.',
  },
  create: ({ document, world, report }) => ({
    document: () => {
      const { entity, values } = document;
      if (world.api !== 'store' || values.path !== undefined || entity === undefined || !world.schema.has(entity))
        return;
      if (defaultRoute('store', entity) !== undefined) return;
      const routes = STORE_ROUTES.filter((route) => route.entity === entity);
      report({
        message: t(
          'The Store API has no route that lists {0}. Name the one that this criteria is for: {1}',
          entity,
          '// @path /store-api/…',
        ),
        ...directiveSpan(document, 'entity'),
        fixes: () =>
          routes.map(({ path }) => ({
            title: t('Add {0}', `// @path ${path}`),
            edits: [topLine(document.syntax.text, `// @path ${path}`)],
          })),
      });
    },
  }),
};
