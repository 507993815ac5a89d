import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ProtocolRange } from './protocol.ts';

/** Lines and characters from 0, characters in UTF-16 units, as LSP counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Between offsets into a text and positions; the one place where they meet. */
export interface Positions {
  /** Offsets outside of the text count as its ends. */
  at(offset: number): Position;
  range(start: number, end: number): ProtocolRange;
  offset(position: Position): number;
}

/** Positions in a text; its lines are counted once. */
export function positionsOf(text: string): Positions {
  return positionsIn(TextDocument.create('text:', 'swcriteria', 0, text));
}

/** The same for a document that the editor keeps. */
export function positionsIn(document: TextDocument): Positions {
  return {
    at: (offset) => document.positionAt(offset),
    range: (start, end) => ({ start: document.positionAt(start), end: document.positionAt(end) }),
    offset: (position) => document.offsetAt(position),
  };
}
