import { t } from '@vscode/l10n';
import type { PathSite } from '../../rules/rule.ts';
import type { Association } from '../../schema/entitySchema.ts';

/** What a path through an association makes the database do (reference, sections 2.5 and 4). */
export function costOfPath({ toMany, mapping }: Association, { use }: PathSite): readonly string[] {
  if (use === 'fields') return [];
  if (mapping !== undefined)
    return [t('Costs two joins, and repeats a row for each match: sums and bucket counts multiply.')];
  if (toMany) return [t('Costs a join that repeats a row for each match: sums and bucket counts multiply.')];
  return [t('Costs a join.')];
}

/** What it costs to load an association (`EntityReader` of the server). */
export function costOfLoading({ toMany, mapping }: Association): string {
  if (mapping !== undefined) return t('Loading it costs one more query, and a look into `{0}` for each row.', mapping);
  return toMany
    ? t('Loading it costs one more query, for all rows together.')
    : t('Loading it costs a join in the query that reads the rows.');
}
