import { t } from '@vscode/l10n';
import { jsonValue } from '../criteria/syntax.ts';
import { removeEntry, replaceJson, replaceNode } from './edits.ts';
import type { Fix } from './rule.ts';
import type { TableFault } from './tableFaults.ts';

/** The ids that are meant by `ids` or by one element of it; undefined for another fault. */
export function idFixes({ owner, node, key, rule }: TableFault, text: string): readonly Fix[] | undefined {
  const isElement = key === undefined && owner.name === 'ids' && owner.criteria === owner.parent;
  if (rule !== 'invalid-value' || (key !== 'ids' && !isElement)) return undefined;
  const value = node && jsonValue(node.json);
  if (!node || typeof value !== 'string') {
    return node && [{ title: t('Remove "{0}"', 'ids'), edits: removeEntry(text, node) }];
  }
  const ids = idsIn(value);
  if (!ids) return [];
  const [first] = ids;
  if (isElement && ids.length > 1) {
    const edits = [replaceNode(node.json, ids.map((id) => JSON.stringify(id)).join(', '))];
    return [{ title: t('Change to several ids'), edits, preferred: true }];
  }
  const isOne = ids.length === 1;
  const title = isOne ? t('Write the id without dashes') : t('Change to several ids');
  return [{ title, edits: [replaceJson(node.json, isOne ? first : ids)], preferred: true }];
}

/** The ids in a text, with anything between them that separates values; undefined where something else is in there. */
export function idsIn(text: string): readonly string[] | undefined {
  const ids = text.split(/\s*[|,;]\s*/).map(meantId);
  return ids.every((id) => id !== undefined) ? ids : undefined;
}

/** The 32 hex digits of an id, written with dashes or without; undefined for anything else. */
function meantId(text: string): string | undefined {
  const id = text.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(id) ? id : undefined;
}
