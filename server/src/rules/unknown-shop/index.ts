import { suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import { directiveSpan } from '../route.ts';
import type { Rule } from '../rule.ts';

/** `@shop` names a shop that neither configuration nor user have. */
export const rule: Rule = {
  meta: { code: 'unknown-shop', severity: 'error', description: '"@shop" names a shop that is not configured.' },
  create: ({ document, world, report }) => ({
    document: () => {
      const { shop } = document.values;
      if (shop === undefined || world.shops === undefined || world.shops.includes(shop)) return;
      const meant = nearest(shop, world.shops);
      const span = directiveSpan(document, 'shop');
      report({
        message: `No shop "${shop}" is configured.${suggestion(meant)}${meant === undefined ? ' Name it in swcriteria.config.json, or add it in the editor (Shopware: Add Shop…).' : ''}`,
        ...span,
        fixes: () =>
          meant === undefined
            ? []
            : [
                {
                  title: `Change to "${meant}"`,
                  edits: [{ start: span.start, end: span.end, text: meant }],
                  preferred: true,
                },
              ],
      });
    },
  }),
};
