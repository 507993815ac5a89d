import type { Completion, Offer } from './completion.ts';
import type { Slot } from './place.ts';

/** Turns offers into completions that replace the slot, with the commas that are missing around it. */
export function fillSlot(offers: readonly Offer[], slot: Slot, text: string): readonly Completion[] {
  const { start, before } = slot.needsCommaBefore ? commaBefore(slot, text) : { start: slot.start, before: '' };
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
      filterText: offer.label,
      sortText,
    }),
  );
}

function completionOf(
  { text: _, rank: __, snippet, retrigger, ...offer }: Offer,
  where: Pick<Completion, 'insertText' | 'start' | 'end' | 'filterText' | 'sortText'>,
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

/** The comma belongs directly behind the entry before; an edit may only reach there on the same line. */
function commaBefore(slot: Slot, text: string): { start: number; before: string } {
  const gap = /\s*$/.exec(text.slice(0, slot.start))?.[0] ?? '';
  if (gap.includes('\n')) return { start: slot.start, before: ', ' };
  return { start: slot.start - gap.length, before: ', ' };
}
