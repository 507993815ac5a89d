import type { Analysis } from '../../analysis/analyze.ts';
import { isClosed } from '../../criteria/tokens.ts';
import { originOf, type Span, stringAt, variablesOf } from '../variables/variables.ts';
import type { Completion } from './completion.ts';
import { fillRange } from './items.ts';

/** Names of variables behind `{{` inside a text; undefined where none is being written. */
export function variableCompletions(analysis: Analysis, offset: number): readonly Completion[] | undefined {
  const { text } = analysis.document.syntax;
  if (!/\{\{\s*[^{}\s]*$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))) return undefined;
  const token = stringAt(text, offset);
  if (!token || (isClosed(text, token) && offset === token.end)) return undefined;
  const name = nameAround(text, offset);
  const missing = missingBehind(text, name.end) + (isClosed(text, token) ? '' : '"');
  const offers = [...variablesOf(analysis).values()].map((variable) => ({
    label: variable.name,
    kind: 'variable' as const,
    detail: variable.value,
    documentation: originOf(variable, analysis),
    text: variable.name + missing,
  }));
  return fillRange(offers, name.start, name.end);
}

function nameAround(text: string, offset: number): Span {
  const before = /[^{}\s]*$/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? '';
  const after = /^[\w.-]*/.exec(text.slice(offset))?.[0] ?? '';
  return { start: offset - before.length, end: offset + after.length };
}

/** The braces that the author, or the editor for him, has not written yet. */
function missingBehind(text: string, offset: number): string {
  const written = /^\s*(\}{0,2})/.exec(text.slice(offset))?.[1] ?? '';
  return '}}'.slice(written.length);
}
