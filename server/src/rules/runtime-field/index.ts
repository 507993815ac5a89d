import { t } from '@vscode/l10n';
import type { Entity } from '../../schema/entitySchema.ts';
import { changePath, pathRule, withSegment } from '../pathRule.ts';

/** Stored fields that say what a runtime field says (reference, section 5.2). */
const STORED: Readonly<Record<string, string>> = { 'media.url': 'path', 'media_thumbnail.url': 'path' };

/** A property that the shop calculates after reading: there is no column. */
export const rule = pathRule(
  { code: 'runtime-field', severity: 'error', description: 'A property that the shop calculates when it answers.' },
  'runtime',
  (site, { world }) => {
    const { path, refused, segment } = site;
    const entity = world.schema.entity(segment.entity ?? '');
    const stored = entity && segment.role === 'property' ? storedInstead(entity, segment.text) : undefined;
    if (segment.text === 'translated') {
      const direct = path.segments
        .filter((_, index) => index !== refused.segment)
        .map(({ text }) => text)
        .join('.');
      return {
        message: t(
          '"translated" is only there in answers. Use "{0}": the shop takes the language of the request, with its fallbacks.',
          direct,
        ),
        fixes: () => (direct === '' ? [] : changePath(site, direct)),
      };
    }
    const problem = t(
      '"{0}" of {1} is calculated when the shop answers and cannot be used in a criteria.',
      segment.text,
      segment.entity ?? '',
    );
    return {
      message: stored === undefined ? problem : `${problem} ${t('"{0}" is stored.', stored)}`,
      fixes: () => (stored === undefined ? [] : changePath(site, withSegment(path, refused.segment, stored))),
    };
  },
);

function storedInstead(entity: Entity, name: string): string | undefined {
  const stored = STORED[`${entity.name}.${name}`];
  return stored !== undefined && entity.properties.has(stored) ? stored : undefined;
}
