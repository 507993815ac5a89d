import type { Answer } from '../../../../shop/src/index.ts';
import type { Style } from '../../terminal/style.ts';

/** What a format may use beside the answer. */
export interface Shown {
  readonly style: Style;
  /** Characters in a line of the terminal; undefined where the output goes elsewhere. */
  readonly width: number | undefined;
}

/** Writes a shop's answer as the text of standard output or of a file. */
export type Format = (answer: Answer, shown: Shown) => string;
