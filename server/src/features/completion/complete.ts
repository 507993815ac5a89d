import type { Analysis } from '../../analysis/analyze.ts';
import { missingQuoteAt } from '../../criteria/missingQuote.ts';
import type { Completion, Offer } from './completion.ts';
import { directiveCompletions } from './directives.ts';
import { fillSlot } from './items.ts';
import { withoutQuote, withQuote } from './missingQuote.ts';
import { type KeyPlace, placeAt, type ValuePlace } from './place.ts';
import { keyOffers, routeKeyOffers } from './providers/keys.ts';
import { mapKeyOffers, nameOffers } from './providers/names.ts';
import { objectOffers } from './providers/objects.ts';
import { pathCompletions, pathKeyCompletions } from './providers/paths.ts';
import { valueOffers } from './providers/values.ts';
import { wordOffers } from './providers/words.ts';
import { bodyCompletions } from './skeletons.ts';
import { variableCompletions } from './variables.ts';

type KeyProvider = (place: KeyPlace, analysis: Analysis) => readonly Offer[];
type ValueProvider = (place: ValuePlace, analysis: Analysis) => readonly Offer[];

const KEY_PROVIDERS: readonly KeyProvider[] = [keyOffers, routeKeyOffers, mapKeyOffers];
const VALUE_PROVIDERS: readonly ValueProvider[] = [wordOffers, valueOffers, nameOffers, objectOffers];

/** What may stand at an offset, in the order of usefulness. Works in broken text; never throws. */
export function complete(analysis: Analysis, offset: number): readonly Completion[] {
  const found = completionsAt(analysis, offset);
  const [only] = found;
  return only && found.length === 1 ? [{ ...only, preselect: only.preselect ?? true }] : found;
}

function completionsAt(analysis: Analysis, offset: number): readonly Completion[] {
  const { text } = analysis.document.syntax;
  const inDirective = directiveCompletions(analysis, offset);
  if (inDirective) return inDirective;
  const variables = variableCompletions(analysis, offset);
  if (variables) return variables;
  const missing = missingQuoteAt(text, offset);
  if (!missing) return inBody(analysis, offset);
  const closed = withQuote(analysis, offset, missing);
  return inBody(closed.analysis, closed.offset).map((item) => withoutQuote(item, missing, text));
}

function inBody(analysis: Analysis, offset: number): readonly Completion[] {
  const { document, world } = analysis;
  const { text } = document.syntax;
  const place = document.root && placeAt(document.root, text, offset, world.schema);
  if (!place) return bodyCompletions(analysis, offset);
  return place.is === 'key' ? atKey(place, analysis, offset) : atValue(place, analysis, offset);
}

function atKey(place: KeyPlace, analysis: Analysis, offset: number): readonly Completion[] {
  const { expected } = place.owner;
  if (expected.is === 'map' && expected.keys === 'path') return pathKeyCompletions(place, analysis, offset);
  const offers = KEY_PROVIDERS.flatMap((provide) => provide(place, analysis));
  return fillSlot(offers, place.slot, analysis.document.syntax.text);
}

function atValue(place: ValuePlace, analysis: Analysis, offset: number): readonly Completion[] {
  const options = optionsOf(place);
  const paths = options.flatMap((option) => pathCompletions(option, analysis, offset));
  if (paths.length > 0) return paths;
  const offers = options.flatMap((option) => VALUE_PROVIDERS.flatMap((provide) => provide(option, analysis)));
  return fillSlot(offers, place.slot, analysis.document.syntax.text);
}

/** A place for each kind of value that may stand there. */
function optionsOf(place: ValuePlace): readonly ValuePlace[] {
  const { expected } = place;
  if (expected.is !== 'either') return [place];
  return expected.options.flatMap((option) => optionsOf({ ...place, expected: option }));
}
