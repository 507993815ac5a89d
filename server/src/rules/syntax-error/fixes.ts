import { t } from '@vscode/l10n';
import { createScanner } from 'jsonc-parser';
import { type SyntaxFault, trailingCommaAt } from '../../criteria/syntax.ts';
import type { Edit, Fix } from '../rule.ts';

/** Right edits for the faults of JSON that have one. */
export function syntaxFixes(fault: SyntaxFault, text: string): readonly Fix[] {
  const comma = trailingCommaAt(fault, text);
  if (comma !== undefined) {
    const edits = [{ start: comma, end: comma + 1, text: '' }];
    return [{ title: t('Remove the comma'), edits, preferred: true, safe: true }];
  }
  const found = text.slice(fault.offset, fault.offset + fault.length);
  switch (fault.code) {
    case 'CommaExpected': {
      const at = text.slice(0, fault.offset).trimEnd().length;
      return [fix(t('Add a comma'), { start: at, end: at, text: ',' })];
    }
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return fault.offset >= text.trimEnd().length ? [closeAll(text)] : [];
    case 'InvalidSymbol':
    case 'PropertyNameExpected':
      return quoted(found, fault);
    default:
      return [];
  }
}

function fix(title: string, edit: Edit): Fix {
  return { title, edits: [edit], preferred: true };
}

/** Words that other languages write for a value of JSON. */
const VALUES: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['undefined', 'null'],
  ['NULL', 'null'],
]);

function quoted(found: string, { offset, length }: SyntaxFault): readonly Fix[] {
  const change = (text: string): readonly Fix[] => [
    fix(t('Change to {0}', text), { start: offset, end: offset + length, text }),
  ];
  if (found !== '' && found.trim() === '') {
    const edits = [{ start: offset, end: offset + length, text: ' '.repeat(length) }];
    return [{ title: t('Change to plain spaces'), edits, preferred: true, safe: true }];
  }
  const value = VALUES.get(found);
  if (value !== undefined) return change(value);
  const inner = /^'([^'"\\]*)'$/.exec(found)?.[1] ?? /^[A-Za-z][\w-]*$/.exec(found)?.[0];
  return inner === undefined ? [] : change(JSON.stringify(inner));
}

const OPENING: Readonly<Record<number, string>> = { 1: '}', 3: ']' };
const CLOSING = [2, 4];
const END = 17;

/** What is missing at the end, innermost first. */
function closeAll(text: string): Fix {
  const open: string[] = [];
  const scanner = createScanner(text, true);
  for (let kind: number = scanner.scan(); kind !== END; kind = scanner.scan()) {
    const closer = OPENING[kind];
    if (closer !== undefined) open.push(closer);
    if (CLOSING.includes(kind)) open.pop();
  }
  const missing = open.reverse().join('');
  const at = text.trimEnd().length;
  return fix(t('Add {0}', missing), { start: at, end: at, text: ` ${missing}` });
}
