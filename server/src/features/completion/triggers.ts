import type { Analysis } from '../../analysis/analyze.ts';
import { isClosed } from '../../criteria/tokens.ts';
import { stringAt } from '../variables/variables.ts';
import { isInRoute } from './routes.ts';

/**
 * The characters behind which there is something to choose. Brackets are none: who opens one goes on with Enter, and
 * would take the first completion by it.
 */
export const TRIGGER_CHARACTERS = ['"', '.', '@', ':', '/'];

/** Whether a list may open by itself because one of these characters was typed before an offset. */
export function mayOpen(character: string, analysis: Analysis, offset: number): boolean {
  // Elsewhere a slash begins a comment, or is a part of a text.
  if (character === '/') return isInRoute(analysis, offset);
  return character !== '"' || !isBehindText(analysis.document.syntax.text, offset);
}

/** Directly behind the closing quote of a text: what was written is done. */
function isBehindText(text: string, offset: number): boolean {
  const token = stringAt(text, offset);
  return token !== undefined && token.end === offset && isClosed(text, token);
}
