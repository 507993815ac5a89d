import { t } from '@vscode/l10n';
import type { Analysis } from '../../../analysis/analyze.ts';
import { FAMILIES } from '../../../criteria/grammar/families.ts';
import type { FamilyName, Word } from '../../../criteria/grammar/types.ts';
import { memberValues } from '../../../criteria/memberValues.ts';
import { asSent } from '../../../rules/variables.ts';
import { has } from '../../../shopware/changes.ts';
import { sinceText, withSince } from '../../reading/since.ts';
import { isInserted, SnippetWriter } from '../../snippets/writer.ts';
import type { Offer } from '../completion.ts';
import { canCount } from '../joins.ts';
import type { ValuePlace } from '../place.ts';
import { isAggregatedBy } from '../probe.ts';
import { aggregationPlace, isSuitable } from '../suitable.ts';

/** Enumerated words; of a `type` with all that the type needs. */
export function wordOffers(place: ValuePlace, analysis: Analysis): readonly Offer[] {
  const { expected, owner, name } = place;
  if (expected.is === 'boolean') return [plain('true'), plain('false')];
  if (expected.is !== 'word') return [];
  const { version } = analysis.world;
  const words = expected.words.filter(({ since }) => !since || has(version, since));
  if (name === 'type' && owner.expected.is === 'variant') {
    const { family } = owner.expected;
    const types = typesForFields(words, family, place, analysis);
    return types.map((word, index) => typeOffer(word, index, family, place, analysis.document.syntax.text));
  }
  if (isSortingType(place) && !canCount(owner, analysis)) return [];
  return words.map(({ value, doc, since }, index) => ({
    label: String(value),
    kind: 'value',
    ...(since ? { detail: sinceText(since) } : {}),
    documentation: t(doc),
    text: JSON.stringify(value),
    rank: index,
  }));
}

/** Sorting by a count goes with some fields and limits only (reference, section 2.4). */
function isSortingType({ owner, name }: ValuePlace): boolean {
  return name === 'type' && owner.expected.is === 'object' && owner.expected.shape === 'sorting';
}

function plain(label: string): Offer {
  return { label, kind: 'value', text: label, rank: label === 'true' ? 0 : 1 };
}

/** What a filter or an aggregation is about: a type that does not know it is another thing altogether. */
const SUBJECTS = ['field', 'queries'];

/** The types that go with what the object is about already. A field with which no type goes decides nothing. */
function typesForFields(
  words: readonly Word[],
  family: FamilyName,
  { owner, present }: ValuePlace,
  analysis: Analysis,
): readonly Word[] {
  const subjects = SUBJECTS.filter((key) => present.has(key));
  const about = words.filter(({ value }) => subjects.every((key) => knowsKey(family, String(value), key)));
  const path = asSent(memberValues(owner).field, analysis);
  const { entity: root } = owner;
  if (typeof path !== 'string' || root === undefined) return about;
  const fitting = about.filter(({ value }) => {
    const type = String(value);
    if (family === 'aggregation') {
      return isAggregatedBy(path, aggregationPlace(root, type, owner, analysis), analysis.world);
    }
    return isSuitable(path, { root, use: 'filter', before: '', after: '', type }, owner, analysis);
  });
  return fitting.length > 0 ? fitting : about;
}

function knowsKey(family: FamilyName, type: string, key: string): boolean {
  return key === 'type' || FAMILIES[family][type]?.keys[key] !== undefined;
}

/** The keys that the chosen type needs and the object does not have come along. */
function typeOffer(
  { value, doc, since }: Word,
  rank: number,
  family: FamilyName,
  place: ValuePlace,
  text: string,
): Offer {
  const writer = new SnippetWriter();
  const keys = Object.entries(FAMILIES[family][String(value)]?.keys ?? {});
  const missing = keys.filter(([name, key]) => isInserted(key) && !place.present.has(name));
  const entries = missing.map(([name, key]) => writer.entry(name, key, String(value)));
  const separator = isOnOwnLine(place, text) ? ',\n' : ', ';
  return {
    label: String(value),
    kind: 'type',
    detail: withSince(family === 'filter' ? t('filter') : t('aggregation'), since),
    documentation: t(doc),
    text: [JSON.stringify(value), ...entries].join(separator),
    snippet: entries.length > 0,
    retrigger: missing[0]?.[1].value.is === 'path',
    // Types that leave some of what is written without a meaning come last.
    rank: [...place.present].every((key) => knowsKey(family, String(value), key)) ? rank : rank + LAST,
  };
}

const LAST = 100;

/** Whether the object stands over several lines, so that further keys belong on lines of their own. */
function isOnOwnLine({ owner, slot }: ValuePlace, text: string): boolean {
  return text.slice(owner.json.offset, slot.start).includes('\n');
}
