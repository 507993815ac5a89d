import type { Directive } from '../criteria/directives.ts';
import type { CriteriaDocument } from '../criteria/document.ts';

/** One `@disable` or `@disable-next-line` (contract, section 1). */
export interface Silence {
  readonly directive: Directive;
  /** The rule that it silences. */
  readonly code: string;
  /** Whether it silences a finding of its rule that starts at this offset. */
  covers(offset: number): boolean;
}

/** Everything that silences rules in a document. */
export function silencesIn(document: CriteriaDocument): readonly Silence[] {
  return document.directives.flatMap((directive) => {
    const code = directive.value.split(/\s/)[0] ?? '';
    if (directive.name === 'disable') return [{ directive, code, covers: () => true }];
    if (directive.name !== 'disable-next-line') return [];
    const { from, to } = lineAfter(document.syntax.text, directive.end);
    return [{ directive, code, covers: (offset: number) => offset >= from && offset <= to }];
  });
}

/** Whether a rule is silenced at an offset. */
export function silencer(document: CriteriaDocument): (code: string, offset: number) => boolean {
  const silences = silencesIn(document);
  // What is no JSON is never sent: nobody can wish that away.
  return (code, offset) =>
    code !== 'syntax-error' && silences.some((silence) => silence.code === code && silence.covers(offset));
}

function lineAfter(text: string, offset: number): { from: number; to: number } {
  const from = text.indexOf('\n', offset) + 1;
  if (from === 0) return { from: text.length, to: text.length };
  const to = text.indexOf('\n', from);
  return { from, to: to < 0 ? text.length : to };
}
