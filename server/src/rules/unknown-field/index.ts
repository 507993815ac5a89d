import { certainty, suggestion } from '../messages.ts';
import { changePath, pathRule, withSegment } from '../pathRule.ts';
import { propertyMeant } from '../propertyMeant.ts';

/** A path with a name that the entity does not have. */
export const rule = pathRule(
  { code: 'unknown-field', severity: 'error', description: 'A field path with a name that the entity does not have.' },
  'unknown',
  (site, { world }) => {
    const { path, refused, segment } = site;
    const entity = world.schema.entity(segment.entity ?? '');
    const meant = entity && propertyMeant(segment.text, entity);
    // A name that is not there never resolves, whether or not the shop comes to look.
    const { remark, severity = 'error' } = certainty(world);
    const isFields = site.use === 'fields';
    const name = segment.text === '' ? 'An empty name' : `"${segment.text}"`;
    return {
      message: `${name} is not a property of ${segment.entity}.${isFields ? ' The shop ignores the path.' : ''}${suggestion(meant)}${meant === undefined ? remark : ''}`,
      severity,
      fixes: () => (meant === undefined ? [] : [changePath(site, withSegment(path, refused.segment, meant))]),
    };
  },
);
