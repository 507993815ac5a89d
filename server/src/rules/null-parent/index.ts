import { t } from '@vscode/l10n';
import { isInherited } from '../loadable.ts';
import type { Rule } from '../rule.ts';
import { withoutEffect } from '../withoutEffect.ts';

/** `parent` of a tree is accepted and always null (reference, section 2.6). */
export const rule: Rule = {
  meta: { code: 'null-parent', severity: 'warning', description: 'The association "parent", which is always null.' },
  create: (context) => ({
    object: (node) => {
      const { association, parent } = node;
      const entity = context.world.schema.entity(parent?.entity ?? '');
      if (association?.name !== 'parent' || association.entity !== entity?.name || isInherited(entity)) return;
      context.report(
        withoutEffect(
          node,
          t(
            'The shop accepts "parent" of {0} and answers null, although "parentId" is set. Search {0} by that id.',
            entity.name,
          ),
          context,
        ),
      );
    },
  }),
};
