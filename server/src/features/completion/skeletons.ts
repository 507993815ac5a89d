import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { nextToken, tokensFrom } from '../../criteria/tokens.ts';
import { SKELETONS, skeletonText } from '../snippets/skeletons.ts';
import type { Completion, Offer } from './completion.ts';
import { fillSlot } from './items.ts';
import type { Slot } from './place.ts';

/** Whole bodies, where there is none yet; nothing behind or before a body. */
export function bodyCompletions({ document }: Analysis, offset: number): readonly Completion[] {
  const { text } = document.syntax;
  const token = nextToken(text, 0);
  if (token && (token.kind !== 'literal' || offset < token.start || offset > token.end)) return [];
  if (!token && isInComment(text, offset)) return [];
  if (token && nextToken(text, token.end)) return [];
  const slot: Slot = {
    start: token?.start ?? offset,
    end: token?.end ?? offset,
    lead: '',
    token,
    commaAt: undefined,
    needsCommaAfter: false,
  };
  const offers = SKELETONS.map(
    (skeleton, rank): Offer => ({
      label: skeleton.label(),
      kind: 'snippet',
      documentation: t(skeleton.doc),
      text: skeletonText(skeleton, document.entity === undefined),
      snippet: true,
      rank,
    }),
  );
  return fillSlot(offers, slot, text);
}

function isInComment(text: string, offset: number): boolean {
  for (const { start, end } of tokensFrom(text, 0)) if (offset > start && offset < end) return true;
  return false;
}
