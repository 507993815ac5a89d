import { t } from '@vscode/l10n';
import { isHexId } from '../../criteria/grammar/paging.ts';
import { memberValues } from '../../criteria/memberValues.ts';
import { jsonValue } from '../../criteria/syntax.ts';
import { changePath, pathRule } from '../pathRule.ts';
import { isTaken, pathMeant, requestAt } from '../pathsMeant.ts';
import type { PathSite } from '../rule.ts';
import { isSingleFilter } from '../singleFilter.ts';
import { hasVariable } from '../variables.ts';

/** A path that ends at an association, which has no column to compare. */
export const rule = pathRule(
  { code: 'association-as-field', severity: 'error', description: 'A field path that ends at an association.' },
  'association-leaf',
  (site, { world }) => {
    const { path, segment } = site;
    const map = site.node.parent;
    const target = segment.property?.kind === 'association' ? segment.property.entity : '';
    const wanted = requestAt(site, `${path.text}.id`);
    const hasId = isTaken(wanted, world);
    const problem = t('"{0}" is an association to {1}, not a field: it has no value of its own.', segment.text, target);
    const advice = hasId
      ? t('Use "{0}" or another field of {1}.', wanted.text, target)
      : t('Use a field of {0}.', target);
    return {
      message: `${problem} ${advice}`,
      // One filter instead of a list of them: what is wrong is the missing list.
      ...(map && isSingleFilter(map) ? { follows: true } : {}),
      fixes: () =>
        hasId ? changePath(site, wanted.text, comparesIds(site) && pathMeant(wanted, world) !== undefined) : [],
    };
  },
);

/** Whether nothing but ids is compared, as far as anybody can know. */
function comparesIds({ node, use, json }: PathSite): boolean {
  if (use !== 'filter') return true;
  const isKey = json === node.keyNode;
  const value: unknown = isKey ? jsonValue(node.json) : node.parent && memberValues(node.parent).value;
  const values: readonly unknown[] = [value].flat();
  return values.every(
    (ids) => ids == null || hasVariable(ids) || (typeof ids === 'string' && ids.split('|').every(isHexId)),
  );
}
