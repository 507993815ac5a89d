import { t } from '@vscode/l10n';
import type { Analysis } from '../../../analysis/analyze.ts';
import { routeKeysAt } from '../../../criteria/grammar/routeKeys.ts';
import type { Key, Value } from '../../../criteria/grammar/types.ts';
import { routeOf } from '../../../rules/route.ts';
import { has } from '../../../shopware/changes.ts';
import { withSince } from '../../reading/since.ts';
import { isInserted, SnippetWriter } from '../../snippets/writer.ts';
import type { Offer } from '../completion.ts';
import { keysWithEffect } from '../keyProbe.ts';
import type { KeyPlace } from '../place.ts';

/** The keys of a criteria in the order in which people use them; the table has the order in which the server reads. */
const FREQUENT = [
  'filter',
  'limit',
  'sort',
  'associations',
  'includes',
  'aggregations',
  'total-count-mode',
  'page',
  'term',
  'ids',
];

/** The keys that the object may have and does not have yet; what it must have comes first. */
export function keyOffers(place: KeyPlace, analysis: Analysis): readonly Offer[] {
  const { owner, present, hasColon } = place;
  const { shape } = owner;
  const { world } = analysis;
  if (!shape) return [];
  const known = Object.entries(shape.keys).filter(
    ([name, { since }]) => !present.has(name) && (!since || has(world.version, since)),
  );
  const useful = keysWithEffect(
    known.map(([name]) => name),
    place,
    analysis,
  );
  const possible = known.filter(([name]) => useful.has(name));
  const [missing, ...others] = possible.filter(([, { required }]) => required);
  return possible.map(([name, key], index) => ({
    label: name,
    kind: 'keyword',
    detail: withSince(key.required ? t('required') : t('optional'), key.since),
    documentation: t(key.doc),
    rank: rankOf(name, key, index),
    ...(name === missing?.[0] && others.length === 0 ? { preselect: true } : {}),
    ...(hasColon ? {} : entryOf(name, key, owner.type)),
  }));
}

/** The keys that a route of the Store API reads beside those of a criteria; what is searched comes first. */
export function routeKeyOffers(
  { owner, present, hasColon }: KeyPlace,
  { document, world }: Analysis,
): readonly Offer[] {
  if (world.api !== 'store' || owner !== document.root) return [];
  const path = routeOf(document, 'store') ?? '';
  return routeKeysAt(path)
    .filter(([name]) => !present.has(name))
    .map(([name, key], index) => ({
      label: name,
      kind: 'keyword',
      detail: t('read by this route'),
      documentation: t(key.doc),
      rank: name === 'search' ? 0 : 150 + index,
      ...(hasColon ? {} : entryOf(name, key, undefined)),
    }));
}

function rankOf(name: string, key: Key, index: number): number {
  if (isInserted(key)) return index;
  const frequent = FREQUENT.indexOf(name);
  return frequent < 0 ? 200 + index : 100 + frequent;
}

function entryOf(name: string, key: Key, type: string | undefined): Pick<Offer, 'text' | 'snippet' | 'retrigger'> {
  return { text: new SnippetWriter().entry(name, key, type), snippet: true, retrigger: hasChoices(key.value) };
}

/** Whether there is something to offer at the first tab stop of a value. */
export function hasChoices(value: Value): boolean {
  switch (value.is) {
    case 'either':
      return value.options.some(hasChoices);
    case 'list':
      return hasChoices(value.of);
    case 'text':
    case 'id':
    case 'integer':
    case 'number':
    case 'word':
    case 'boolean':
    case 'any':
      return false;
    default:
      return true;
  }
}
