import { t } from '@vscode/l10n';
import type { World } from '../../analysis/world.ts';
import { isNumeric, isSet, toInteger } from '../../criteria/php.ts';
import { jsonValue } from '../../criteria/syntax.ts';
import { has } from '../../shopware/changes.ts';
import { memberOf } from '../conditions.ts';
import { replaceJson } from '../edits.ts';
import { atNode } from '../findings.ts';
import type { Rule } from '../rule.ts';

/** More rows than the shop gives in one answer (reference, section 2.1). */
export const rule: Rule = {
  meta: { code: 'limit-too-high', severity: 'error', description: '"limit" is above the maximum of the shop.' },
  create: ({ document, world, report }) => ({
    document: () => {
      const limit = document.root && memberOf(document.root, 'limit');
      const ids = document.root && memberOf(document.root, 'ids');
      const maximum = maximumOf(world);
      if (!limit || maximum === undefined || (ids && isSet(jsonValue(ids.json)))) return;
      const value = jsonValue(limit.json);
      if (!isNumeric(value) || toInteger(value) <= maximum) return;
      report({
        message: t('The shop returns at most {0} rows in one answer.', maximum),
        ...atNode(limit),
        server: {
          refusal: {
            status: 400,
            code: 'FRAMEWORK__QUERY_LIMIT_EXCEEDED',
            detail: `The limit must be lower than or equal to MAX_LIMIT(=${maximum}). Given: ${toInteger(value)}`,
            parameters: { maxLimit: maximum, limit: toInteger(value) },
            pointer: '/limit',
            stage: 'parse',
            collected: true,
          },
          order: limit.order,
          unit: limit.order,
          criteria: limit.criteria.order,
        },
        fixes: () => [
          { title: t('Change to {0}', maximum), edits: [replaceJson(limit.json, maximum)], preferred: true },
        ],
      });
    },
  }),
};

const DEFAULTS = { admin: 500, store: 100 } as const;

/** The most rows of one answer, which also come without a limit; undefined where there is no maximum. */
export function maximumOf({ api, version, limits }: World): number | undefined {
  const configured = limits[api];
  if (configured !== undefined) return configured;
  if (api === 'store') return has(version, 'noAdminLimit') ? DEFAULTS.store : DEFAULTS.admin;
  return has(version, 'noAdminLimit') && !has(version, 'adminLimit') ? undefined : DEFAULTS.admin;
}
