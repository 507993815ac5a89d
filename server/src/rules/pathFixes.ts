import { t } from '@vscode/l10n';
import { entriesOf } from '../criteria/syntax.ts';
import { hasComment } from '../criteria/tokens.ts';
import { rebracket, replaceNode } from './edits.ts';
import { listIn } from './looksLikeOne.ts';
import { pathMeant } from './pathsMeant.ts';
import type { Fix, RuleContext } from './rule.ts';
import type { TableFault } from './tableFaults.ts';

/** What was meant in place of a path, or of a list of them; undefined for another fault. */
export function pathFixes(fault: TableFault, context: RuleContext): readonly Fix[] | undefined {
  return fromObject(fault, context) ?? fromText(fault, context);
}

/** `{"field": "name"}` → `"name"` in a list of paths. */
function fromObject({ owner, node, key }: TableFault, { document }: RuleContext): readonly Fix[] | undefined {
  const isPath = key === undefined && owner.expected.is === 'list' && owner.expected.of.is === 'path';
  if (!isPath || node?.json.type !== 'object') return undefined;
  const { text } = document.syntax;
  const [only, ...others] = entriesOf(node.json);
  const field: unknown = only?.name === 'field' ? only.value?.value : undefined;
  if (!only?.value || typeof field !== 'string' || others.length > 0) return undefined;
  const name = { start: only.key.offset, end: only.value.offset, text: '' };
  if (hasComment(text, name.start, name.end)) return [];
  const edits = [...rebracket(text, node.json, '', ''), name];
  return [{ title: t('Change to "{0}"', field), edits, preferred: true }];
}

/** `"name,stock"` → `["name", "stock"]`. */
function fromText({ owner, node, key }: TableFault, { world }: RuleContext): readonly Fix[] | undefined {
  const value = key === undefined ? undefined : owner.shape?.keys[key]?.value;
  const of = value && listIn(value)?.of;
  if (node?.json.type !== 'string' || of?.is !== 'path') return undefined;
  const { entity: root = '' } = node;
  const paths = String(node.json.value)
    .split(',')
    .map((path) => pathMeant({ text: path.trim(), root, use: of.use }, world));
  if (!paths.every((path) => path !== undefined)) return [];
  const list = `[${paths.map((path) => JSON.stringify(path)).join(', ')}]`;
  return [{ title: t('Change to {0}', list), edits: [replaceNode(node.json, list)], preferred: true }];
}
