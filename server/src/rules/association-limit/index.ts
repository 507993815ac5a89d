import { t } from '@vscode/l10n';
import { has } from '../../shopware/changes.ts';
import { phpRefusal, type Refusal } from '../../shopware/refusal.ts';
import { memberOf } from '../conditions.ts';
import { removeEntry } from '../edits.ts';
import { atKey, sqlFault } from '../findings.ts';
import type { Rule } from '../rule.ts';

/** `limit` in a one-to-many association whose target has no id (reference, section 2.6). */
export const rule: Rule = {
  meta: {
    code: 'association-limit',
    severity: 'warning',
    description: 'A limit on an association whose target has no id.',
  },
  create: ({ document, world, report }) => ({
    object: (node) => {
      const limit = memberOf(node, 'limit');
      if (!limit || limit.json.type === 'null' || node.association?.relation !== 'one_to_many') return;
      if (world.schema.entity(node.association.entity)?.hasId !== false) return;
      const isDropped = node.association.name === 'translations';
      const path = `${node.parent?.entity}.${node.association.name}`;
      const server = isDropped ? undefined : sqlFault(limit, refusalFor(path, has(world.version, 'elementsChecked')));
      report({
        message: isDropped
          ? t('The shop drops a limit on "translations": all of them are returned.')
          : t(
              'The shop counts children by their id, and {0} has none: it refuses the limit as soon as it finds a row.',
              node.association.entity,
            ),
        ...atKey(limit),
        ...(server ? { server } : { tag: 'unnecessary' as const }),
        fixes: () => [
          { title: t('Remove "{0}"', 'limit'), edits: removeEntry(document.syntax.text, limit), preferred: true },
        ],
      });
    },
  }),
};

function refusalFor(path: string, hasCode: boolean): Refusal {
  const refusal = phpRefusal(
    'search',
    `Paginated to-many associations must have an ID field. No ID field found for association ${path}`,
  );
  return hasCode ? { ...refusal, code: 'FRAMEWORK__NO_ID_FOR_ASSOCIATION' } : refusal;
}
