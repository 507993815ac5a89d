import { t } from '@vscode/l10n';
import { entityMeant } from '../entityMeant.ts';
import { certainty, suggestion } from '../messages.ts';
import { changeFixes, directiveSpan } from '../route.ts';
import type { Rule } from '../rule.ts';

/** `@entity` names nothing that the shop knows: it has no such route. */
export const rule: Rule = {
  meta: { code: 'unknown-entity', severity: 'error', description: '"@entity" names an unknown entity.' },
  create: ({ document, world, report }) => ({
    document: () => {
      const { entity, entityFrom } = document;
      if (entity === undefined || entityFrom === 'path' || world.schema.has(entity)) return;
      const meant = entityMeant(withoutSign(entity), world.schema);
      const { remark, ...severity } = certainty(world);
      report({
        message: `${t('There is no entity "{0}".', entity)}${suggestion(meant)}${remark}`,
        ...directiveSpan(document, 'entity'),
        ...severity,
        server: {
          refusal: {
            status: 404,
            code: '0',
            detail: `No route found for "POST /api/search/${entity.replaceAll('_', '-')}"`,
            stage: 'route',
          },
          order: [],
          unit: [],
          criteria: [],
        },
        fixes: () => changeFixes(document, 'entity', meant),
      });
    },
  }),
};

/** `@entity: product`, `@entity=product`. */
function withoutSign(value: string): string {
  return value.replace(/^[:=]\s*/, '');
}
