import { hasFlag } from '../../schema/entitySchema.ts';
import { atPart } from '../findings.ts';
import type { Rule } from '../rule.ts';

/** A property that the schema announces to go (flag `deprecated`, reference section 12). */
export const rule: Rule = {
  meta: { code: 'deprecated-property', severity: 'hint', description: 'A property that the schema calls deprecated.' },
  create: ({ report }) => ({
    paths: (site) => {
      for (const { property, entity, start, end } of site.path.segments) {
        if (!property || !hasFlag(property, 'deprecated')) continue;
        const flag: unknown = property.flags.deprecated;
        const replacement: unknown = Object(flag).replaced_by ?? Object(flag).replacedBy;
        const instead = typeof replacement === 'string' ? ` Use "${replacement}".` : '';
        report({
          message: `"${property.name}" of ${entity} is deprecated.${instead}`,
          ...atPart(site, start, end),
          tag: 'deprecated',
        });
      }
    },
  }),
};
