import { t } from '@vscode/l10n';
import type { World } from '../../analysis/world.ts';
import { changePath, type PathReport, pathRule, type RefusedPath } from '../pathRule.ts';
import { pathsMeant, requestAt } from '../pathsMeant.ts';
import { storedInstead } from '../storedInstead.ts';

/** A property that the shop calculates after reading: there is no column. */
export const rule = pathRule(
  { code: 'runtime-field', severity: 'error', description: 'A property that the shop calculates when it answers.' },
  'runtime',
  (site, { world }) => {
    const { path, segment } = site;
    const meant = pathsMeant(requestAt(site, path.text), world);
    return {
      message: segment.text === 'translated' ? aboutTranslated(meant[0]?.text) : aboutRuntime(site, world),
      fixes: () => meant.flatMap(({ text, isClear }) => changePath(site, text, isClear)),
    };
  },
);

function aboutTranslated(meant: string | undefined): string {
  if (meant === undefined) return t('"translated" exists only in answers.');
  return t(
    '"translated" exists only in answers. Use "{0}": the shop takes the language of the request, with its fallbacks.',
    meant,
  );
}

function aboutRuntime({ segment }: RefusedPath, { schema }: World): PathReport['message'] {
  const { text, entity = '', role } = segment;
  const problem = t('"{0}" of {1} is calculated when the shop answers and cannot be used in a criteria.', text, entity);
  const stored = role === 'property' ? storedInstead(entity, text, schema) : undefined;
  return stored === undefined ? problem : `${problem} ${t('"{0}" is stored.', stored)}`;
}
