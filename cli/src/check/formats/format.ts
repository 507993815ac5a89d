import type { Style } from '../../terminal/style.ts';
import type { Report } from '../report.ts';

/** What a format may show beside the report. */
export interface Shown {
  /** The texts of the files, in their order. */
  readonly texts: readonly string[];
  /** Sentences about how the files were read, each once. */
  readonly notes: readonly string[];
  readonly style: Style;
}

/** Writes a report as the text of standard output. */
export type Format = (report: Report, shown: Shown) => string;
