/** What a completion is, for icons; a word of the command line's answer, too (contract, section 3). */
export type CompletionKind =
  | 'field'
  | 'association'
  | 'keyword'
  | 'type'
  | 'value'
  | 'entity'
  | 'alias'
  | 'directive'
  | 'snippet'
  | 'variable';

/** One thing that may stand at the cursor. `insertText` replaces `start` to `end`: offsets into the text. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly insertText: string;
  /** Whether `insertText` has tab stops, in the notation of LSP. */
  readonly snippet: boolean;
  readonly start: number;
  readonly end: number;
  /** Where a comma has to be written, too: behind the entry before, on a line above. */
  readonly commaAt?: number;
  /** What an editor compares with the text between `start` and the cursor. */
  readonly filterText: string;
  readonly sortText: string;
  /** Whether the editor should ask again right away: the cursor stands where there is more to choose. */
  readonly retrigger: boolean;
  readonly deprecated?: boolean;
  /** Nothing else is right here. */
  readonly preselect?: boolean;
  /** Typing on can find what is in no list yet: whole paths through this association. */
  readonly leadsDeeper?: boolean;
}

/** What a provider offers; where it goes and what is around it is the same for all of one place. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  readonly documentation?: string;
  /** JSON, or a directive's text; `label` in quotes where it is left out. */
  readonly text?: string;
  /** What is typed to find it, where that is not its label; inside of texts and comments only. */
  readonly typedAs?: string;
  readonly snippet?: boolean;
  readonly retrigger?: boolean;
  readonly deprecated?: boolean;
  /** Nothing else is right here; `false` where something else may always be written. */
  readonly preselect?: boolean;
  readonly leadsDeeper?: boolean;
  /** Smaller comes first; equal ranks go by name. */
  readonly rank?: number;
}
