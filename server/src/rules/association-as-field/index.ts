import { changePath, pathRule } from '../pathRule.ts';
import { isSingleFilter } from '../singleFilter.ts';

/** A path that ends at an association, which has no column to compare. */
export const rule = pathRule(
  { code: 'association-as-field', severity: 'error', description: 'A field path that ends at an association.' },
  'association-leaf',
  (site, { world }) => {
    const { path, segment } = site;
    const map = site.node.parent;
    const target = segment.property?.kind === 'association' ? segment.property.entity : undefined;
    const hasId = world.schema.entity(target ?? '')?.hasId ?? true;
    const wanted = `${path.text}.id`;
    return {
      message: `"${segment.text}" is an association to ${target}, not a field: it has no value of its own.${hasId ? ` Use "${wanted}" or another field of ${target}.` : ` Use a field of ${target}.`}`,
      severity: 'error',
      // One filter instead of a list of them: what is wrong is the missing list.
      ...(map && isSingleFilter(map) ? { follows: true } : {}),
      fixes: () => (hasId ? [changePath(site, wanted)] : []),
    };
  },
);
