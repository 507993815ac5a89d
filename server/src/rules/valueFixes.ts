import { t } from '@vscode/l10n';
import { isDuration } from '../criteria/grammar/durations.ts';
import { memberValues } from '../criteria/memberValues.ts';
import { toText } from '../criteria/php.ts';
import { jsonValue } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { changeTo, removeEntry, replaceJson, replaceNode, takeOut } from './edits.ts';
import type { Fix, RuleContext } from './rule.ts';
import { siblingFix, siblingMeant } from './siblingFilter.ts';
import type { TableFault } from './tableFaults.ts';
import { wordsOf } from './wordFixes.ts';

/** `["a"]` → `"a"`, where one value belongs that this one is; undefined for another fault. */
export function onlyOne(
  { node, owner, key, check }: TableFault,
  { document, world }: RuleContext,
): readonly Fix[] | undefined {
  const { text } = document.syntax;
  const [only, ...others] = node?.json.type === 'array' ? (node.json.children ?? []) : [];
  if (!node || !only || key === undefined || others.length > 0 || siblingMeant(owner, text)) return undefined;
  const value: unknown = jsonValue(only);
  const words = wordsOf(owner, key, world);
  const isRight =
    words.length > 0
      ? words.some((word) => word.toLowerCase() === toText(value).toLowerCase())
      : !check.fails(value, { ...memberValues(owner), [key]: value }, key);
  return isRight ? [takeOut(text, node.json, only)] : undefined;
}

/** The right value in place of one that the shop does not take, or takes for another one. */
export function valueFixes({ node, owner, key, rule }: TableFault, text: string): readonly Fix[] {
  if (!node) return [];
  const value = jsonValue(node.json);
  if (rule === 'wrong-type' && key === 'value') {
    const sibling = siblingMeant(owner, text);
    return sibling ? [siblingFix(sibling)] : [];
  }
  const meant = key === 'timeZone' ? zoneMeant(value) : key === 'value' ? durationMeant(owner, value) : undefined;
  if (meant !== undefined && rule === 'invalid-value') return [changeTo(node.json, meant, true)];
  if (key === 'naturalSorting' && /^false$/i.test(toText(value))) {
    return [{ title: t('Change to {0}', 'false'), edits: [replaceNode(node.json, 'false')], preferred: true }];
  }
  if (key === 'score' && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) {
    return [
      { title: t('Change to {0}', Number(value)), edits: [replaceJson(node.json, Number(value))], preferred: true },
    ];
  }
  if ((key === 'limit' || key === 'page') && rule === 'invalid-value') {
    return [{ title: t('Remove "{0}"', key), edits: removeEntry(text, node) }];
  }
  return [];
}

/** `europe/berlin`, `Berlin` → `Europe/Berlin`. */
function zoneMeant(value: unknown): string | undefined {
  const written = toText(value).trim().replaceAll(' ', '_').toLowerCase();
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  return (
    zones.find((zone) => zone.toLowerCase() === written) ??
    zones.find((zone) => zone.toLowerCase().split('/').at(-1) === written)
  );
}

/** What people call a unit, and what stands before and behind its number in a duration. */
const UNITS: readonly (readonly [words: RegExp, before: string, behind: string])[] = [
  [/^y(?:ears?|rs?)?$/, 'P', 'Y'],
  [/^mo(?:nths?|s)?$/, 'P', 'M'],
  [/^w(?:eeks?|ks?)?$/, 'P', 'W'],
  [/^d(?:ays?)?$/, 'P', 'D'],
  [/^h(?:ours?|rs?)?$/, 'PT', 'H'],
  [/^min(?:ute)?s?$/, 'PT', 'M'],
  [/^s(?:ec(?:ond)?s?)?$/, 'PT', 'S'],
];

/** `5 days`, `p5d`, `-P5D` → `P5D`, `12h` → `PT12H`. */
function durationMeant({ type }: TypedNode, value: unknown): string | undefined {
  if (type !== 'since' && type !== 'until') return undefined;
  const period = toText(value).trim().replace(/^[-+]/, '').toUpperCase();
  if (isDuration(period)) return period;
  const [, amount, word = ''] = /^[-+]?\s*(\d+)\s*([a-z]+)\.?$/i.exec(toText(value).trim()) ?? [];
  const unit = UNITS.find(([words]) => words.test(word.toLowerCase()));
  return amount === undefined || !unit ? undefined : unit[1] + amount + unit[2];
}
