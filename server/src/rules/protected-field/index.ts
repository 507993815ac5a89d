import { t } from '@vscode/l10n';
import { isReadable } from '../../schema/entitySchema.ts';
import { pathRule } from '../pathRule.ts';

/** A property that this API does not give away, and so does not search by. */
export const rule = pathRule(
  { code: 'protected-field', severity: 'error', description: 'A property that the API may not read.' },
  'not-readable',
  ({ segment }, { world }) => {
    const { property } = segment;
    const names = [segment.text, segment.entity ?? ''];
    if (world.api === 'admin') {
      return {
        message: t('"{0}" of {1} cannot be read through the Admin API, so it cannot be searched by either.', ...names),
      };
    }
    const onlyAdmin = property !== undefined && isReadable(property, 'admin');
    return {
      message: onlyAdmin
        ? t(
            '"{0}" of {1} cannot be read through the Store API, so it cannot be searched by either; only the Admin API can.',
            ...names,
          )
        : t('"{0}" of {1} cannot be read through the Store API, so it cannot be searched by either.', ...names),
    };
  },
);
