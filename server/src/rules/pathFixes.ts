import { t } from '@vscode/l10n';
import { entriesOf } from '../criteria/syntax.ts';
import { replaceJson } from './edits.ts';
import type { Fix } from './rule.ts';
import type { TableFault } from './tableFaults.ts';

/** `{"field": "name"}` → `"name"` in a list of paths; undefined for another fault. */
export function pathFixes({ owner, node, key }: TableFault): readonly Fix[] | undefined {
  const isPath = key === undefined && owner.expected.is === 'list' && owner.expected.of.is === 'path';
  if (!isPath || node?.json.type !== 'object') return undefined;
  const [only, ...others] = entriesOf(node.json);
  const field: unknown = only?.name === 'field' ? only.value?.value : undefined;
  if (typeof field !== 'string' || others.length > 0) return undefined;
  return [{ title: t('Change to "{0}"', field), edits: [replaceJson(node.json, field)], preferred: true }];
}
