import type { Edit } from '../../rules/rule.ts';

/** A change of the form that people ask for; what a shop reads stays the same unless the title says otherwise. */
export interface Refactoring {
  readonly title: string;
  readonly kind: 'refactor.rewrite' | 'refactor.inline' | 'refactor.move' | 'refactor.extract';
  /** Offsets into the text. */
  readonly edits: readonly Edit[];
}
