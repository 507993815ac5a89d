import { literal } from '../snippets/writer.ts';
import type { Completion, Offer } from './completion.ts';
import type { Slot } from './place.ts';

/** Turns offers into completions that replace the slot, with the commas that are missing around it. */
export function fillSlot(offers: readonly Offer[], slot: Slot, text: string): readonly Completion[] {
  const { start, before, ...comma } = commaBefore(slot, text);
  const after = slot.needsCommaAfter ? ',' : '';
  const replaced = text.slice(start, slot.end);
  return arrange(offers).map(({ offer, sortText }) => {
    const filterText = slot.token?.kind === 'string' ? JSON.stringify(offer.label) : offer.label;
    return completionOf(offer, {
      insertText: `${before}${slot.lead}${offer.text ?? JSON.stringify(offer.label)}${after}`,
      start,
      end: slot.end,
      filterText: replaced.slice(0, slot.start - start) + filterText,
      sortText,
      ...comma,
    });
  });
}

/** Completions that replace a stretch inside a text or a comment as it is. */
export function fillRange(offers: readonly Offer[], start: number, end: number): readonly Completion[] {
  return arrange(offers).map(({ offer, sortText }) =>
    completionOf(offer, {
      insertText: offer.text ?? offer.label,
      start,
      end,
      filterText: offer.typedAs ?? offer.label,
      sortText,
    }),
  );
}

function completionOf(
  { text: _, rank: __, typedAs: ___, snippet, retrigger, ...offer }: Offer,
  where: Pick<Completion, 'insertText' | 'start' | 'end' | 'filterText' | 'sortText' | 'commaAt'>,
): Completion {
  return { ...offer, ...where, snippet: snippet ?? false, retrigger: retrigger ?? false };
}

/** Without doubles, in their order: by rank, then by name. */
function arrange(offers: readonly Offer[]): readonly { offer: Offer; sortText: string }[] {
  const byLabel = new Map<string, Offer>();
  for (const offer of offers) if (!byLabel.has(offer.label)) byLabel.set(offer.label, offer);
  const sorted = [...byLabel.values()].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compare(a.label, b.label));
  return sorted.map((offer, index) => ({ offer, sortText: String(index).padStart(4, '0') }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The comma belongs directly behind the entry before; the edit of a completion reaches there on the same line only. */
function commaBefore(
  { start, commaAt }: Slot,
  text: string,
): { readonly start: number; readonly before: string; readonly commaAt?: number } {
  if (commaAt === undefined) return { start, before: '' };
  if (text.slice(commaAt, start).includes('\n')) return { start, before: '', commaAt };
  const gap = /\s*$/.exec(text.slice(0, start))?.[0] ?? '';
  return { start: start - gap.length, before: ', ' };
}

/** The same as a single change of the text: a comma on another line becomes a part of it. */
export function asOneChange(completion: Completion, text: string): Pick<Completion, 'start' | 'end' | 'insertText'> {
  const { start, end, insertText, snippet, commaAt } = completion;
  if (commaAt === undefined) return { start, end, insertText };
  const between = text.slice(commaAt, start);
  return { start: commaAt, end, insertText: `,${snippet ? literal(between) : between}${insertText}` };
}
