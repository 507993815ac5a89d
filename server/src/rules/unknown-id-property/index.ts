import { t } from '@vscode/l10n';
import type { Refusal } from '../../shopware/refusal.ts';
import { isCombinedId, readsNames } from '../combinedIds.ts';
import { renameKey } from '../edits.ts';
import { atKey, refusedBy, sqlFault } from '../findings.ts';
import { suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from '../rule.ts';

/** A combined id in `ids` with a name that the entity does not have (reference, section 2.1). */
export const rule: Rule = {
  meta: {
    code: 'unknown-id-property',
    severity: 'error',
    description: 'A combined id with a name that the entity does not have.',
  },
  create: ({ world, report }) => ({
    object: (node) => {
      if (!isCombinedId(node)) return;
      const entity = world.schema.entity(node.entity ?? '');
      if (!entity) return;
      for (const child of node.children) {
        const { name, keyNode } = child;
        if (name === undefined || child.shadowed || entity.properties.has(name)) continue;
        const refusal: Refusal = {
          status: 400,
          code: 'FRAMEWORK__UNMAPPED_FIELD',
          detail: `Field "${name}" in entity "${entity.name}" was not found.`,
          parameters: { field: name, entity: entity.name },
          stage: 'search',
        };
        const meant = nearest(name, entity.properties.keys());
        const server = readsNames(node) ? sqlFault(child, refusal) : undefined;
        report({
          message: `${t('"{0}" is not a property of {1}: a combined id names its primary keys.', name, entity.name)}${suggestion(meant)}`,
          ...atKey(child),
          ...refusedBy(server),
          fixes: () =>
            meant === undefined || !keyNode
              ? []
              : [{ title: t('Change to "{0}"', meant), edits: [renameKey(keyNode, meant)], preferred: true }],
        });
      }
    },
  }),
};
