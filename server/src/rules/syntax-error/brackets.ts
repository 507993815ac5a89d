import { t } from '@vscode/l10n';
import { openBrackets, type SyntaxFault } from '../../criteria/syntax.ts';
import { isComment, type Token, tokensFrom } from '../../criteria/tokens.ts';
import type { Edit, Fix } from '../rule.ts';

/** What is missing at the end, innermost first. */
export function closeAll(text: string): Fix {
  return add(openBrackets(text, text.length).map(closerOf).reverse().join(''), text.length, text);
}

/**
 * A closing bracket that does not belong to the innermost open one: that one is closed first, or it is too many, or of
 * the wrong kind.
 */
export function mendClosers({ offset }: SyntaxFault, text: string): readonly Fix[] {
  const found = text[offset];
  const open = openBrackets(text, offset).at(-1);
  if ((found !== '}' && found !== ']') || open === undefined || closerOf(open) === found) return [];
  const remove = { start: offset, end: offset + 1, text: '' };
  return [
    add(closerOf(open), offset, text),
    { title: t('Remove "{0}"', found), edits: [remove], preferred: true },
    { title: t('Change to "{0}"', closerOf(open)), edits: [{ ...remove, text: closerOf(open) }], preferred: true },
  ];
}

/** A list with a colon in it. That of the whole text can only be meant as an object, one inside also as a list of one. */
export function changeToObject({ offset }: SyntaxFault, text: string): readonly Fix[] {
  const open: Token[] = [];
  for (const token of tokensFrom(text, 0)) {
    if (token.kind === '{' || token.kind === '[') open.push(token);
    if (token.kind !== '}' && token.kind !== ']') continue;
    const opened = open.pop();
    if (token.start < offset) continue;
    if (opened?.kind !== '[' || opened.start > offset || token.kind !== ']') continue;
    const edits = [
      { ...removal(opened), text: '{' },
      { ...removal(token), text: '}' },
    ];
    return [{ title: t('Change to an object'), edits, preferred: open.length === 0 }];
  }
  return [];
}

function closerOf(bracket: string): string {
  return bracket === '{' ? '}' : ']';
}

/** Behind the last entry before an offset. */
function add(missing: string, offset: number, text: string): Fix {
  const at = text.slice(0, offset).trimEnd().length;
  return { title: t('Add {0}', missing), edits: [{ start: at, end: at, text: ` ${missing}` }], preferred: true };
}

/** A closing bracket that nothing was opened for, with those that follow it. */
export function removeSurplusEnd({ offset }: SyntaxFault, text: string): readonly Fix[] {
  const closers = runOf(text, offset, ({ kind }) => kind === '}' || kind === ']');
  const [first] = closers;
  if (!first) return [];
  const isWhole = !tokenBehind(text, closers.at(-1)?.end ?? offset);
  const edits = (isWhole ? closers : [first]).map(removal);
  const removed = edits.map(({ start, end }) => text.slice(start, end)).join('');
  return [{ title: t('Remove "{0}"', removed), edits, preferred: true }];
}

/** All commas at a place but the one that separates two entries. */
export function removeSurplusCommas({ offset }: SyntaxFault, text: string): Fix {
  const before = [...tokensFrom(text, 0)].filter((token) => token.start < offset && !isComment(token));
  const previous = before.at(-1);
  const first = previous?.kind === ',' ? previous.start : offset;
  const commas = runOf(text, first, ({ kind }) => kind === ',');
  const next = tokenBehind(text, commas.at(-1)?.end ?? offset)?.kind;
  const separates = previous?.kind === ',' && next !== '}' && next !== ']';
  const edits = (separates ? commas.slice(1) : commas).map(removal);
  const title = edits.length === 1 ? t('Remove the comma') : t('Remove the commas');
  return { title, edits, preferred: true, safe: true };
}

/** The tokens of a kind from an offset on; comments between them do not matter. */
function runOf(text: string, offset: number, belongs: (token: Token) => boolean): readonly Token[] {
  const run: Token[] = [];
  for (const token of tokensFrom(text, offset)) {
    if (isComment(token)) continue;
    if (!belongs(token)) break;
    run.push(token);
  }
  return run;
}

function tokenBehind(text: string, offset: number): Token | undefined {
  for (const token of tokensFrom(text, offset)) if (!isComment(token)) return token;
  return undefined;
}

function removal({ start, end }: Token): Edit {
  return { start, end, text: '' };
}
