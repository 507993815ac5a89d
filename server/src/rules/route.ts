import { t } from '@vscode/l10n';
import type { CriteriaDocument } from '../criteria/document.ts';
import { changeDirective } from './edits.ts';
import type { Finding, Fix } from './rule.ts';

/** What kind of Admin API route a document goes to; `other` for a path that is none of them. */
export function searchRoute(document: CriteriaDocument): 'search' | 'search-ids' | 'aggregate' | 'other' {
  const { path } = document.values;
  if (path === undefined) return 'search';
  const match = /^\/api\/(search|search-ids|aggregate)\//.exec(path);
  const kind = match?.[1];
  return kind === 'search' || kind === 'search-ids' || kind === 'aggregate' ? kind : 'other';
}

/** Where a problem of a directive is marked: at its value, else at the start of the body. */
export function directiveSpan(document: CriteriaDocument, name: string): Pick<Finding, 'start' | 'end' | 'pointer'> {
  const directive = document.directives.findLast((candidate) => candidate.name === name);
  if (directive) {
    const hasValue = directive.valueEnd > directive.valueStart;
    return {
      start: hasValue ? directive.valueStart : directive.nameStart,
      end: hasValue ? directive.valueEnd : directive.nameEnd,
      pointer: null,
    };
  }
  const start = document.syntax.root?.offset ?? 0;
  return { start, end: Math.min(start + 1, document.syntax.text.length), pointer: '' };
}

/** Puts the value that was meant into a directive; nothing where the document has none of that name. */
export function changeFixes({ directives }: CriteriaDocument, name: string, meant: string | undefined): readonly Fix[] {
  const directive = directives.findLast((candidate) => candidate.name === name);
  if (meant === undefined || !directive) return [];
  return [{ title: t('Change to "{0}"', meant), edits: [changeDirective(directive, meant)], preferred: true }];
}
