import { t } from '@vscode/l10n';
import { entitiesInFileName } from '../../criteria/entityName.ts';
import { readRoute } from '../../schema/routePath.ts';
import { topLine } from '../edits.ts';
import { directiveSpan } from '../route.ts';
import type { Rule } from '../rule.ts';
import { directiveMeant } from '../unknown-directive/index.ts';

/** The directives that tell which entity is searched. */
const TELLING = ['entity', 'path'];

const FREQUENT = ['product', 'category', 'order', 'customer', 'product_manufacturer', 'media'];

/** Nothing tells which entity is searched: names cannot be checked. */
export const rule: Rule = {
  meta: { code: 'missing-entity', severity: 'information', description: 'Nothing says which entity is searched.' },
  create: ({ document, world, report }) => ({
    document: () => {
      if (document.entity !== undefined || readRoute(document.values.path ?? '', world.schema)) return;
      const { path } = document.values;
      // One that is misspelt is told by another rule.
      const isMeant = document.directives.some(({ name }) => TELLING.includes(directiveMeant(name) ?? ''));
      report({
        ...(isMeant ? { follows: true } : {}),
        message:
          path === undefined
            ? t(
                'Which entity is searched? Name it in the first line (// @entity product) or in the file name (product.swcriteria.json).',
              )
            : t('It is not known which entity {0} returns: name it in the first line (// @entity product).', path),
        ...directiveSpan(document, path === undefined ? 'entity' : 'path'),
        fixes: () =>
          [...new Set([...entitiesInFileName(document.uri, world.schema), ...FREQUENT])]
            .filter((name) => world.schema.has(name))
            .map((name) => ({
              title: t('Add {0}', `// @entity ${name}`),
              edits: [topLine(document.syntax.text, `// @entity ${name}`)],
            })),
      });
    },
  }),
};
