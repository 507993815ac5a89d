import { t } from '@vscode/l10n';
import type { Analysis } from '../../../analysis/analyze.ts';
import { memberValues } from '../../../criteria/memberValues.ts';
import { isClosed } from '../../../criteria/tokens.ts';
import type { TypedNode } from '../../../criteria/typedTree.ts';
import { sentText } from '../../../rules/variables.ts';
import type { PathUse } from '../../../schema/resolvePath.ts';
import { kindOfProperty, priceWord, remarksOn } from '../../reading/property.ts';
import { literal, SnippetWriter } from '../../snippets/writer.ts';
import type { Completion, Offer } from '../completion.ts';
import { deepSearch } from '../deepSearch.ts';
import { fillRange, fillSlot } from '../items.ts';
import { isDeprecated, type PathCandidate, type PathPlace } from '../pathCandidates.ts';
import type { KeyPlace, Slot, ValuePlace } from '../place.ts';
import { isSuitable, suitable } from '../suitable.ts';
import { rankOf } from '../usefulness.ts';

/** Field paths, segment by segment, where the value is one. */
export function pathCompletions(place: ValuePlace, analysis: Analysis, offset: number): readonly Completion[] {
  const { expected, entity, slot, owner } = place;
  if (entity === undefined) return [];
  const type = typeOf(owner);
  if (expected.is === 'path')
    return segmentsAt({ root: entity, use: expected.use, owner, type }, slot, analysis, offset);
  if (expected.is !== 'sortText' || slot.token?.kind !== 'string') return [];
  return segmentsAt(
    { root: entity, use: 'sort', owner, type, part: sortingAt(slot.token.value, offset - slot.token.start - 1) },
    slot,
    analysis,
    offset,
  );
}

/** The type of the filter or aggregation, or of the sorting, that decides which fields go with it. */
function typeOf(owner: TypedNode): string | undefined {
  const isSorting = owner.expected.is === 'object' && owner.expected.shape === 'sorting';
  if (!isSorting) return owner.type ?? owner.parent?.type;
  const { type } = memberValues(owner);
  return typeof type === 'string' ? type.toLowerCase() : undefined;
}

/** The part of `-name,stock` at an offset, without its sign. */
function sortingAt(text: string, offset: number): { begin: number; end: number } {
  const start = text.lastIndexOf(',', Math.max(offset, 0) - 1) + 1;
  const end = text.indexOf(',', Math.max(offset, start));
  return { begin: text[start] === '-' ? start + 1 : start, end: end < 0 ? text.length : end };
}

/** Field paths as keys: the short form of `filter`. */
export function pathKeyCompletions(place: KeyPlace, analysis: Analysis, offset: number): readonly Completion[] {
  const { owner, hasColon, slot } = place;
  if (owner.entity === undefined) return [];
  return segmentsAt({ root: owner.entity, use: 'filter', owner, isKey: !hasColon }, slot, analysis, offset);
}

interface Wanted {
  readonly root: string;
  readonly use: PathUse | 'fields';
  /** The object or list in which the path stands. */
  readonly owner: TypedNode;
  /** The type of the filter or aggregation, for the order. */
  readonly type?: string | undefined;
  /** The stretch of the text's value that is the path; all of it where it is left out. */
  readonly part?: { readonly begin: number; readonly end: number };
  /** A key without a colon: the value is to be written, too. */
  readonly isKey?: boolean;
}

function segmentsAt(wanted: Wanted, slot: Slot, analysis: Analysis, offset: number): readonly Completion[] {
  const { text } = analysis.document.syntax;
  const written = writtenPath(wanted, slot, text, offset);
  if (!written) return [];
  const { before, after } = written;
  const place: PathPlace = {
    ...wanted,
    before: sentText(before, analysis).text,
    after: sentText(after, analysis).text,
  };
  const typed = text.slice(written.start, offset);
  const candidates = suitable(place, wanted.owner, analysis);
  const direct = [
    ...candidates.map((candidate) => offerOf(candidate, wanted, after)),
    ...(before === '' ? specialNames(wanted, place, candidates.length > 0, analysis) : []),
  ];
  const deep = deepSearch(place, typed, wanted.owner, analysis).map(deepOffer);
  const isMuch = deep.length > 0 && direct.length + deep.length > MOST_OFFERS;
  const offers = [...(isMuch ? direct.filter(({ label }) => mayBeMeant(label, typed)) : direct), ...deep];
  const lacksComma = slot.commaAt !== undefined || slot.needsCommaAfter;
  const isWhole = !written.closed || lacksComma || wanted.isKey === true;
  if (!isWhole) return fillRange(offers.map(inText), written.start, written.end);
  return fillSlot(
    offers.map((offer) => wholeText(offer, before, after, wanted.isKey ?? false)),
    slot,
    text,
  );
}

/** More than an editor needs to be asked again with the next letter. */
const MOST_OFFERS = 99;

/** Whether the name begins with the letter that was typed first, or holds all letters in their order. */
function mayBeMeant(name: string, typed: string): boolean {
  const letters = name.toLowerCase();
  const wanted = typed.toLowerCase();
  if (letters[0] === wanted[0]) return true;
  let at = 0;
  for (const letter of letters) if (letter === wanted[at]) at++;
  return at === wanted.length;
}

interface Written {
  readonly before: string;
  readonly after: string;
  /** Offsets of the segment in the document. */
  readonly start: number;
  readonly end: number;
  /** The text has both quotes, and the cursor stands between them. */
  readonly closed: boolean;
}

/** Undefined where escapes make places in the value other than places in the text. */
function writtenPath({ part }: Wanted, { token }: Slot, text: string, offset: number): Written | undefined {
  if (token?.kind !== 'string') {
    const before = token ? beforeLastDot(text.slice(token.start, offset)) : '';
    return { before, after: '', start: offset, end: offset, closed: false };
  }
  const closed = isClosed(text, token);
  const content = text.slice(token.start + 1, closed ? token.end - 1 : token.end);
  if (content !== token.value) return undefined;
  const { begin, end } = part ?? { begin: 0, end: content.length };
  const cursor = Math.min(Math.max(offset - token.start - 1, begin), end);
  const from = Math.max(begin, content.lastIndexOf('.', cursor - 1) + 1);
  const dot = content.indexOf('.', cursor);
  const to = dot < 0 || dot > end ? end : dot;
  return {
    before: content.slice(begin, from),
    after: content.slice(to, end),
    start: token.start + 1 + from,
    end: token.start + 1 + to,
    closed: closed && offset > token.start,
  };
}

function beforeLastDot(path: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1);
}

function offerOf(candidate: PathCandidate, { use, type }: Wanted, after: string): Offer {
  const { name, property, goesOn } = candidate;
  const asksAgain = goesOn && after === '';
  return {
    label: name,
    kind: goesOn ? 'association' : 'field',
    // Parts of a price, ids of foreign entities, and what only the Store API knows.
    detail: property ? kindOfProperty(property) : (priceWord(name) ?? t('not in the entity schema')),
    ...(property ? { documentation: remarksOn(property).join('  \n') } : {}),
    ...(asksAgain ? { text: `${name}.`, retrigger: true, leadsDeeper: true } : {}),
    deprecated: isDeprecated(property),
    rank: rankOf(candidate, use, type),
  };
}

/** After all that can be chosen directly, the best first. */
function deepOffer({ name, property }: PathCandidate, index: number): Offer {
  return {
    label: name,
    kind: 'field',
    ...(property ? { detail: kindOfProperty(property), documentation: remarksOn(property).join('  \n') } : {}),
    deprecated: isDeprecated(property),
    // The next letter is asked about again.
    leadsDeeper: true,
    rank: 10 + index,
  };
}

/** What may stand there and is no field: the score, the count of buckets, the entity's own name as a prefix. */
function specialNames(
  { use, owner }: Wanted,
  place: PathPlace,
  hasFields: boolean,
  analysis: Analysis,
): readonly Offer[] {
  const prefixes = hasFields && mayBePrefix(place, owner, analysis) ? [prefixOffer(place)] : [];
  if (place.after !== '') return prefixes;
  if (use === 'sort' && isScored(owner)) {
    return [...prefixes, special('_score', t('how well a row matches'))];
  }
  if (use === 'aggregationSort') return [...prefixes, special('_count', t('the number of rows in a bucket'))];
  return prefixes;
}

function prefixOffer({ root, after }: PathPlace): Offer {
  return {
    label: root,
    kind: 'entity',
    detail: t('the searched entity itself'),
    documentation: t('`{0}.name` is the same as `name`.', root),
    ...(after === '' ? { text: `${root}.`, retrigger: true } : {}),
    rank: 6,
  };
}

/** In front of the rest of a path only where this rest starts at the entity itself. */
function mayBePrefix(place: PathPlace, owner: TypedNode, analysis: Analysis): boolean {
  const { root, after } = place;
  if (after === '' || after === '.') return true;
  return isSuitable(root + after, place, owner, analysis);
}

/** Without `term` and `query` the shop ignores a sorting by score. */
function isScored({ criteria }: TypedNode): boolean {
  return criteria.children.some(({ name }) => name === 'term' || name === 'query');
}

function special(label: string, detail: string): Offer {
  return { label, kind: 'keyword', detail, rank: 0 };
}

/** Names with quotes of their own are escaped in a text of JSON. */
function inText(offer: Offer): Offer {
  return { ...offer, text: escaped(offer.text ?? offer.label) };
}

function escaped(path: string): string {
  return JSON.stringify(path).slice(1, -1);
}

/** The whole path in quotes, for places where quotes, commas or a value are missing. */
function wholeText(offer: Offer, before: string, after: string, isKey: boolean): Offer {
  const path = escaped(before + (offer.text ?? offer.label) + after);
  const goesOn = offer.text !== undefined;
  const entry = isKey && !goesOn ? `: ${new SnippetWriter().value({ is: 'operand' })}` : '';
  const snippet = goesOn || entry !== '';
  const text = snippet ? literal(path) : path;
  return {
    ...offer,
    label: before + offer.label + after,
    text: goesOn ? `"${text}$1"` : `"${text}"${entry}`,
    snippet,
  };
}
