import { t } from '@vscode/l10n';
import { customFieldKey, customFieldsIn, type JsonKey, keyInPath } from '../../schema/customFields.ts';
import { atPart } from '../findings.ts';
import { allOf, suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import { changePath } from '../pathRule.ts';
import type { Fix, PathSite, Rule, RuleContext } from '../rule.ts';

/** The shop checks no name in JSON; what is stored under it undeclared is found (reference, section 5.4; recorded). */
export const rule: Rule = {
  meta: {
    code: 'unknown-custom-field',
    severity: 'information',
    description: 'A custom field that the shop does not have.',
  },
  create: ({ world, report }) => ({
    paths: (site) => {
      const { path, use } = site;
      const key = customFieldKey(path);
      if (use === 'fields' || path.refused || !key || key.name === '') return;
      const known = customFieldsIn(path.target).map(({ name }) => name);
      // Where the shop has none for the entity, plugins may keep what they like there.
      if (known.length === 0 || known.includes(key.name)) return;
      const meant = nearest(key.name, known);
      const problem = problemOf(key.name, path.targetEntity ?? '', world.schema.customFields ?? []);
      report({
        message: `${problem}${suggestion(meant)}`,
        ...atPart(site, key.start, key.end),
        fixes: () => fixesFor(site, key, meant),
      });
    },
  }),
};

type CustomFields = NonNullable<RuleContext['world']['schema']['customFields']>;

function problemOf(name: string, entity: string, customFields: CustomFields): string {
  const others = customFields.find((field) => field.name === name)?.entities ?? [];
  if (others.length > 0) {
    const problem = t('The custom field "{0}" is not one of {1}, but of {2}.', name, entity, allOf(others));
    return `${problem} ${t('It is null wherever nothing was stored under this name.')}`;
  }
  const problem = t('The shop has no custom field "{0}" for {1}.', name, entity);
  return `${problem} ${t('It is compared as a string, and is null wherever nothing was stored under this name.')}`;
}

function fixesFor(site: PathSite, { start, end }: JsonKey, meant: string | undefined): readonly Fix[] {
  const key = meant === undefined ? undefined : keyInPath(meant);
  const { text } = site.path;
  return key === undefined ? [] : changePath(site, text.slice(0, start) + key + text.slice(end));
}
