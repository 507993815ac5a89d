import { isReadable } from '../../schema/entitySchema.ts';
import { pathRule } from '../pathRule.ts';

/** A property that this API does not give away, and so does not search by. */
export const rule = pathRule(
  { code: 'protected-field', severity: 'error', description: 'A property that the API may not read.' },
  'not-readable',
  ({ segment }, { world }) => {
    const { property } = segment;
    const onlyAdmin = world.api === 'store' && property !== undefined && isReadable(property, 'admin');
    const whom = world.api === 'store' ? 'the Store API' : 'the Admin API';
    return {
      message: `"${segment.text}" of ${segment.entity} cannot be read through ${whom}, so it cannot be searched by${onlyAdmin ? ' either; only the Admin API may' : ' either'}.`,
    };
  },
);
