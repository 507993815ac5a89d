import { t } from '@vscode/l10n';
import { hasTexts } from '../conditions.ts';
import type { Rule } from '../rule.ts';
import { sayingMembers, withoutEffect } from '../withoutEffect.ts';

/** An entity without any text ignores `term` (reference, section 2.3). */
export const rule: Rule = {
  meta: {
    code: 'term-without-texts',
    severity: 'warning',
    description: '"term" on an entity that has no text to search.',
  },
  create: (context) => ({
    object: (node) => {
      const entity = node.criteria === node ? context.world.schema.entity(node.entity ?? '') : undefined;
      if (!entity || hasTexts(entity)) return;
      for (const term of sayingMembers(node, ['term'])) {
        context.report(
          withoutEffect(
            term,
            t('{0} has no text to search: the shop ignores "term" and returns all rows.', entity.name),
            context,
          ),
        );
      }
    },
  }),
};
