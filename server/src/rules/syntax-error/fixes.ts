import { t } from '@vscode/l10n';
import { isSurplusComma, parseSyntax, type SyntaxFault, trailingCommaAt } from '../../criteria/syntax.ts';
import { withoutStops } from '../../features/snippets/writer.ts';
import { apply } from '../edits.ts';
import type { Edit, Fix } from '../rule.ts';
import { changeToObject, closeAll, mendClosers, removeSurplusCommas, removeSurplusEnd } from './brackets.ts';
import { changeSymbol, closeComment, closeText, escapeLines, escapeText } from './texts.ts';

/** Right edits for the faults of JSON that have one: those that mend their place and leave the fewest faults, and fewer. */
export function syntaxFixes(fault: SyntaxFault, text: string): readonly Fix[] {
  const tried = candidates(fault, text).map((candidate) => ({ candidate, left: faultsAfter(candidate, fault, text) }));
  const fewest = Math.min(parseSyntax(text).errors.length - 1, ...tried.map(({ left }) => left));
  const best = tried.find(({ left }) => left === fewest);
  return best ? [best.candidate] : [];
}

/** How many faults are left behind the place of this one; infinitely many where it stays faulty. */
function faultsAfter(fix: Fix, fault: SyntaxFault, text: string): number {
  const mended = apply(text, plainEdits(fix));
  const { errors } = parseSyntax(mended);
  const isMended = errors.every(({ offset }) => mended.length - offset < text.length - fault.offset);
  return isMended ? errors.length : Number.POSITIVE_INFINITY;
}

/** The edits as an editor without snippets makes them. */
export function plainEdits({ edits }: Fix): readonly Edit[] {
  return edits.map(({ start, end, text, snippet }) => ({ start, end, text: snippet ? withoutStops(text) : text }));
}

function candidates(fault: SyntaxFault, text: string): readonly Fix[] {
  const comma = trailingCommaAt(fault, text);
  if (comma !== undefined) {
    const edits = [{ start: comma, end: comma + 1, text: '' }];
    return [{ title: t('Remove the comma'), edits, preferred: true, safe: true }];
  }
  switch (fault.code) {
    case 'CommaExpected':
      if (text[fault.offset] === ':') return changeToObject(fault, text);
      return [...mendClosers(fault, text), ...changeNumber(fault, text), addComma(fault, text)];
    case 'ColonExpected':
      return [addColon(fault, text), ...mendClosers(fault, text)];
    case 'ValueExpected':
    case 'PropertyNameExpected':
      if (isSurplusComma(fault, text)) return [removeSurplusCommas(fault, text)];
      return [...mendClosers(fault, text), addValue(fault, text)];
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return fault.offset >= text.trimEnd().length ? [closeAll(text)] : [];
    case 'EndOfFileExpected':
      return removeSurplusEnd(fault, text);
    case 'InvalidSymbol':
    case 'UnexpectedEndOfNumber':
      return [...changeNumber(fault, text), ...changeSymbol(fault, text)];
    case 'UnexpectedEndOfString':
      return [closeText(fault), ...escapeLines(fault, text)];
    case 'UnexpectedEndOfComment':
      return closeComment(fault, text);
    case 'InvalidCharacter':
    case 'InvalidEscapeCharacter':
      return [escapeText(fault, text)];
    default:
      return [];
  }
}

/** `null` is what the shop takes for a key that is not there. */
const NO_VALUE = '$\u007b1:null}';

function endBefore(offset: number, text: string): number {
  return text.slice(0, offset).trimEnd().length;
}

function addComma({ offset }: SyntaxFault, text: string): Fix {
  const at = endBefore(offset, text);
  return fix(t('Add a comma'), { start: at, end: at, text: ',' });
}

/** Before a value the colon alone is missing, else the value, too. */
function addColon({ offset }: SyntaxFault, text: string): Fix {
  const at = endBefore(offset, text);
  const edit = { start: at, end: at };
  if (!/^[,}\]]|^$/.test(text.slice(offset).trimStart())) return fix(t('Add a colon'), { ...edit, text: ':' });
  return fix(t('Add a value'), { ...edit, text: `: ${NO_VALUE}`, snippet: true });
}

function addValue({ offset }: SyntaxFault, text: string): Fix {
  const at = endBefore(offset, text);
  return fix(t('Add a value'), { start: at, end: at, text: ` ${NO_VALUE}`, snippet: true });
}

/** Numbers as other languages write them: `+1`, `.5`, `01`. */
function changeNumber({ offset }: SyntaxFault, text: string): readonly Fix[] {
  const start = /[+\d.]*$/.exec(text.slice(0, offset))?.index ?? offset;
  const written = /^[+-]?[\d.]+/.exec(text.slice(start))?.[0];
  const number = Number(written);
  if (written === undefined || !Number.isFinite(number) || written === String(number)) return [];
  return [fix(t('Change to {0}', String(number)), { start, end: start + written.length, text: String(number) })];
}

function fix(title: string, edit: Edit): Fix {
  return { title, edits: [edit], preferred: true };
}
