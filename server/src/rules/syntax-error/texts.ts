import { t } from '@vscode/l10n';
import type { SyntaxFault } from '../../criteria/syntax.ts';
import type { Fix } from '../rule.ts';

/** Words that other languages write for those of JSON. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['undefined', 'null'],
  ['NULL', 'null'],
]);

const SIGNS: ReadonlyMap<string, string> = new Map([
  [';', ','],
  ['=>', ':'],
  ['=', ':'],
  ['#', '//'],
]);

/** Something that is no JSON at all: a word without quotes, with other quotes, of another language. */
export function changeSymbol({ offset, length }: SyntaxFault, text: string): readonly Fix[] {
  const found = text.slice(offset, offset + length);
  if (found !== '' && found.trim() === '') {
    const edits = [{ start: offset, end: offset + length, text: ' '.repeat(length) }];
    return [{ title: t('Change to plain spaces'), edits, preferred: true, safe: true }];
  }
  const word = WORDS.get(found);
  if (word !== undefined) return [change(found, word, offset)];
  if (found === ';' && /^\s*([}\]]|$)/.test(text.slice(offset + 1))) {
    const edits = [{ start: offset, end: offset + 1, text: '' }];
    return [{ title: t('Remove "{0}"', found), edits, preferred: true }];
  }
  const sign = [...SIGNS].find(([written]) => found.startsWith(written));
  if (sign) return [{ ...change(sign[0], sign[1], offset), title: t('Change to "{0}"', sign[1]) }];
  const line = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const quoted = /^'([^'"\\]*)'|^[“”„«]([^“”„«»"\\]*)[“”»]/.exec(line);
  if (quoted) return [change(quoted[0], JSON.stringify(quoted[1] ?? quoted[2] ?? ''), offset)];
  return /^[A-Za-z][\w.-]*$/.test(found) ? [change(found, JSON.stringify(found), offset)] : [];
}

function change(found: string, text: string, start: number): Fix {
  return {
    title: t('Change to {0}', text),
    edits: [{ start, end: start + found.length, text }],
    preferred: true,
  };
}

/** The fault is as long as what is meant as text. */
export function closeText({ offset, length }: SyntaxFault): Fix {
  const at = offset + length;
  return { title: t('Add the closing quote'), edits: [{ start: at, end: at, text: '"' }], preferred: true };
}

/** A text that goes on over several lines, up to its closing quote. */
export function escapeLines({ offset }: SyntaxFault, text: string): readonly Fix[] {
  const written = /^"(?:[^"\\]|\\.)*"/.exec(text.slice(offset))?.[0];
  return written?.includes('\n') ? [escaped(offset, written)] : [];
}

/** At the end of its first line, as what follows is hardly meant, or before the closing brackets there. */
export function closeComment({ offset }: SyntaxFault, text: string): readonly Fix[] {
  const line = /^[^\r\n]*/.exec(text.slice(offset))?.[0].trimEnd() ?? '';
  const closers = /[\s,}\]]*$/.exec(line)?.[0] ?? '';
  const lengths = [...closers].map((_, index) => line.length - index - 1);
  return [line.length, ...lengths].map((length) => {
    const at = offset + length;
    const space = /\s/.test(text[at - 1] ?? '') ? '' : ' ';
    return {
      title: t('Close the comment'),
      edits: [{ start: at, end: at, text: `${space}*/${length < line.length ? ' ' : ''}` }],
      preferred: true,
    };
  });
}

/** Control characters are written as escapes, and a backslash that begins none is doubled. */
export function escapeText({ offset, length }: SyntaxFault, text: string): Fix {
  return escaped(offset, text.slice(offset, offset + length));
}

function escaped(start: number, written: string): Fix {
  const text = written
    .replace(/\\(?!["\\/bfnrtu])/g, '\\\\')
    .replaceAll('\r\n', '\n')
    .replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
  return {
    title: t('Write it with escapes'),
    edits: [{ start, end: start + written.length, text }],
    preferred: true,
  };
}
