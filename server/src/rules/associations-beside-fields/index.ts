import { t } from '@vscode/l10n';
import { has } from '../../shopware/changes.ts';
import { memberOf } from '../conditions.ts';
import { atKey, becauseOf } from '../findings.ts';
import { isLoadable } from '../loadable.ts';
import type { Rule } from '../rule.ts';
import { sayingMembers, withoutEffect } from '../withoutEffect.ts';

/** With `fields` only what they name is loaded, associations too (reference, section 2.7). */
export const rule: Rule = {
  meta: {
    code: 'associations-beside-fields',
    severity: 'warning',
    description: 'An association next to "fields" that do not name it: it is not loaded.',
  },
  create: (context) => ({
    object: (node) => {
      if (node.criteria !== node || !has(context.world.version, 'fields')) return;
      const [fields] = sayingMembers(node, ['fields']);
      const associations = memberOf(node, 'associations');
      const entity = context.world.schema.entity(node.entity ?? '');
      if (fields?.json.type !== 'array' || !entity) return;
      const named = fields.children.map(({ json }) => `${json.value}.`);
      for (const child of associations?.children ?? []) {
        if (child.shadowed || !child.association || named.some((path) => path.startsWith(`${child.name}.`))) continue;
        if (!isLoadable(child.association, entity, context.world)) continue;
        const message = t(
          'With "fields" the shop loads only what they name: "{0}" is not loaded. Name what you need of it there.',
          child.association.name,
        );
        context.report({ ...withoutEffect(child, message, context), ...becauseOf(atKey(fields), 'fields') });
      }
    },
  }),
};
