import { t } from '@vscode/l10n';
import { suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import { changeFixes, directiveSpan } from '../route.ts';
import type { Rule } from '../rule.ts';

/** `@shop` names a shop that neither configuration nor user have. */
export const rule: Rule = {
  meta: { code: 'unknown-shop', severity: 'error', description: '"@shop" names a shop that is not configured.' },
  create: ({ document, world, report }) => ({
    document: () => {
      const { shop } = document.values;
      if (shop === undefined || world.shops === undefined || world.shops.includes(shop)) return;
      const meant = nearest(shop, world.shops);
      const advice =
        meant === undefined
          ? ` ${t('Name it in swcriteria.config.json, or add it in the editor (Shopware: Add Shop…).')}`
          : suggestion(meant);
      report({
        message: `${t('No shop "{0}" is configured.', shop)}${advice}`,
        ...directiveSpan(document, 'shop'),
        fixes: () => changeFixes(document, 'shop', meant),
      });
    },
  }),
};
