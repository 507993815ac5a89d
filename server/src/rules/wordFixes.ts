import { t } from '@vscode/l10n';
import type { World } from '../analysis/world.ts';
import { typesOf } from '../criteria/grammar/families.ts';
import { toText } from '../criteria/php.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { has } from '../shopware/changes.ts';
import { memberOf } from './conditions.ts';
import { changeTo, removeEntry, replaceJson } from './edits.ts';
import { typeFixes } from './filterMeant.ts';
import { isFilter } from './looksLikeOne.ts';
import { nearest } from './nearest.ts';
import type { Fix, RuleContext } from './rule.ts';
import type { TableFault } from './tableFaults.ts';
import { isExclusive, typeMeant } from './typeMeant.ts';

/** The words that a key takes in the version that is checked. */
export function wordsOf(owner: TypedNode, key: string, { version }: World): string[] {
  const value = owner.shape?.keys[key]?.value;
  const words = value?.is === 'word' ? value.words : [];
  return words.filter(({ since }) => !since || has(version, since)).map((word) => String(word.value));
}

/** Words that people write for another one; where upper and lower case differ, both stand here. */
const WORDS_MEANT: ReadonlyMap<string, string> = new Map([
  ['descending', 'DESC'],
  ['ascending', 'ASC'],
  ['down', 'DESC'],
  ['up', 'ASC'],
  ['||', 'or'],
  ['&&', 'and'],
  ['any', 'or'],
  ['all', 'and'],
  ['true', 'exact'],
  ['false', 'none'],
  ['>', 'gt'],
  ['>=', 'gte'],
  ['<', 'lt'],
  ['<=', 'lte'],
  ['=', 'eq'],
  ['==', 'eq'],
  ['!=', 'neq'],
  ['<>', 'neq'],
  ['hourly', 'hour'],
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['yearly', 'year'],
  ['annually', 'year'],
  ['1m', 'minute'],
  ['1h', 'hour'],
  ['1d', 'day'],
  ['1w', 'week'],
  ['1M', 'month'],
  ['1q', 'quarter'],
  ['1y', 'year'],
]);

/** Groups that are near to one that means something else. */
const NEGATING = ['nor', 'nand'];

/** The word that was meant in place of one that a key does not take; undefined for another fault. */
export function wordFixes(fault: TableFault, context: RuleContext): readonly Fix[] | undefined {
  const { node, owner, key, rule } = fault;
  const words = key === undefined ? [] : wordsOf(owner, key, context.world);
  if (!node || words.length === 0) return undefined;
  if (rule === 'unknown-type' && isFilter(owner.expected)) return typeFixes(owner, context);
  const type = rule === 'unknown-type' ? typeMeant(toText(node.json.value), words) : undefined;
  if (type !== undefined) return [changeTo(node.json, type, true)];
  return groupFixes(fault, context) ?? wordFix(node, words);
}

/** `"type": "multi", "operator": "nor"` → `"type": "nor"`, where the version has that; undefined for another fault. */
function groupFixes({ node, owner, key }: TableFault, { document, world }: RuleContext): readonly Fix[] | undefined {
  const written = toText(node?.json.value).trim().toLowerCase();
  const type = memberOf(owner, 'type');
  const isGroup = key === 'operator' && owner.type === 'multi' && NEGATING.includes(written);
  if (!isGroup || !node || !type || !typesOf('filter', world.version).includes(written)) return undefined;
  const edits = [replaceJson(type.json, written), ...removeEntry(document.syntax.text, node)];
  return [{ title: t('Change to {0}', `"type": "${written}"`), edits, preferred: true }];
}

/** The word that was meant, if it is known. */
export function wordFix({ json }: TypedNode, words: readonly string[]): readonly Fix[] {
  const text = String(json.value).trim();
  const written = text.toLowerCase();
  const known = words.find((word) => word === (WORDS_MEANT.get(text) ?? WORDS_MEANT.get(written)));
  const isOther = isExclusive(written) || NEGATING.includes(written) || written.length < 2;
  const near = isOther ? undefined : nearest(written, words);
  const meant = known ?? near;
  return meant === undefined || meant === json.value ? [] : [changeTo(json, meant, true)];
}
