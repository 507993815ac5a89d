import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { lineEndOf, topOf } from '../../criteria/lines.ts';
import { tokensFrom } from '../../criteria/tokens.ts';
import { EDITOR_COMMANDS } from '../../protocol.ts';
import { isWithin, topLine } from '../../rules/edits.ts';
import type { Edit, Problem } from '../../rules/rule.ts';

/** One thing that can be done about a problem. */
export interface Action {
  readonly title: string;
  readonly problem: Problem;
  /** Offsets into the text; empty for an action that is a command of the editor. */
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
  /** A command of the editor instead of edits. */
  readonly command?: string;
}

/** Problems that a newer schema may end. */
const NAMES = ['unknown-field', 'unknown-association', 'unknown-entity', 'unknown-property', 'unknown-alias'];

/** What can be done about the problems that touch a stretch of the text: fixes first, then silencing. */
export function codeActions(analysis: Analysis, start: number, end: number): readonly Action[] {
  const touched = analysis.problems.filter((problem) => problem.start <= end && problem.end >= start);
  return [
    ...touched
      .flatMap(fixesOf)
      .filter(({ edits }) => edits.every((edit) => isWithin(edit, analysis.document.syntax.text))),
    ...reloads(touched, analysis),
    ...touched.flatMap((problem) => silencing(problem, analysis)),
  ];
}

function fixesOf(problem: Problem): readonly Action[] {
  return (problem.fixes?.() ?? []).map(({ title, edits, preferred }) => ({
    title,
    problem,
    edits,
    preferred: preferred ?? false,
  }));
}

function reloads(problems: readonly Problem[], { world }: Analysis): readonly Action[] {
  const problem = problems.find(({ code }) => NAMES.includes(code));
  if (!problem || (world.schemaSource !== 'live' && world.schemaSource !== 'stored')) return [];
  const command = EDITOR_COMMANDS.reloadSchema;
  return [{ title: t("Reload the shop's schema"), problem, edits: [], preferred: false, command }];
}

/** A syntax error cannot be silenced: nothing is sent. */
function silencing(problem: Problem, { document }: Analysis): readonly Action[] {
  const { code } = problem;
  if (code === 'syntax-error') return [];
  const { text } = document.syntax;
  const nextLine = { title: t('Silence "{0}" in this line', code), edits: [lineAbove(problem, text)] };
  const inFile = { title: t('Silence "{0}" in this file', code), edits: [topLine(text, `// @disable ${code}`)] };
  const isInBody = problem.pointer !== null;
  return [...(isInBody ? [nextLine] : []), inFile].map((action) => ({ ...action, problem, preferred: false }));
}

/** The comment must stand on the line directly above, in the same indentation. */
function lineAbove({ code, start }: Problem, text: string): Edit {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, topOf(text));
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const comment = `${indent}// @disable-next-line ${code}${lineEndOf(text)}`;
  const blockEnd = endOfCommentAt(lineStart, text);
  if (blockEnd !== undefined) {
    const space = /^[ \t]*/.exec(text.slice(blockEnd))?.[0] ?? '';
    return { start: blockEnd, end: blockEnd + space.length, text: lineEndOf(text) + comment + indent };
  }
  return { start: lineStart, end: lineStart, text: comment };
}

/** Of a comment that goes on over the beginning of a line: nothing can be written into it. */
function endOfCommentAt(lineStart: number, text: string): number | undefined {
  for (const { kind, start, end } of tokensFrom(text, 0)) {
    if (start >= lineStart) return undefined;
    if (kind === 'blockComment' && end > lineStart) return end;
  }
  return undefined;
}
