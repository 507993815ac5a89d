import { t } from '@vscode/l10n';
import { hasFlag, type Property } from '../../schema/entitySchema.ts';
import { atKey, atPart } from '../findings.ts';
import type { Rule } from '../rule.ts';

/** A property that the schema announces to go (flag `deprecated`, reference section 12). */
export const rule: Rule = {
  meta: {
    code: 'deprecated-property',
    severity: 'hint',
    description: 'A property that the schema marks as deprecated.',
  },
  create: ({ report }) => ({
    paths: (site) => {
      for (const { property, entity, start, end } of site.path.segments) {
        if (!property || !hasFlag(property, 'deprecated')) continue;
        report({ message: messageFor(property, entity), ...atPart(site, start, end), tag: 'deprecated' });
      }
    },
    object: (node) => {
      const { association, parent } = node;
      if (!association || !hasFlag(association, 'deprecated')) return;
      report({ message: messageFor(association, parent?.entity), ...atKey(node), tag: 'deprecated' });
    },
  }),
};

/** What stands for it is told in the schema's own words. */
function messageFor({ name, flags }: Property, entity = ''): string {
  const { will_be_removed_in: end, replaced_by: instead } = Object(flags.deprecated);
  const problem =
    typeof end === 'string'
      ? t('"{0}" of {1} is deprecated and will be removed in Shopware {2}.', name, entity, end.replace(/^v/, ''))
      : t('"{0}" of {1} is deprecated.', name, entity);
  return typeof instead === 'string' ? `${problem} ${instead}.` : problem;
}
