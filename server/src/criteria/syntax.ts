import { t } from '@vscode/l10n';
import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode, stripComments } from 'jsonc-parser';
import { topOf } from './lines.ts';
import { missingQuoteAt } from './missingQuote.ts';
import { tokensFrom } from './tokens.ts';
import { undecodable } from './undecodable.ts';

/** A JSON value with its place in the text. */
export type JsonNode = Node;

/** A text as JSON with comments; `root` is there as far as it could be read. */
export interface Syntax {
  readonly text: string;
  readonly root: JsonNode | undefined;
  readonly errors: readonly SyntaxFault[];
}

export interface SyntaxFault {
  /** The library's name of the fault, such as `CommaExpected`, or one of our own. */
  readonly code: string;
  readonly offset: number;
  readonly length: number;
}

/** Parses a document's text. Comments are allowed, a trailing comma is a fault (contract, section 1). */
export function parseSyntax(text: string): Syntax {
  const errors: ParseError[] = [];
  const body = topOf(text) > 0 ? ` ${text.slice(1)}` : text;
  const root = parseNested(body, errors);
  if (root === TOO_DEEP) return { text, root: undefined, errors: [{ code: 'NestedTooDeeply', offset: 0, length: 1 }] };
  // No body at all is no fault of JSON: the shop takes it for an empty criteria.
  if (root === undefined && errors.every(isAtEnd)) return { text, root, errors: [] };
  if (root && errors.length === 0) return { text, root, errors: undecodable(root, body) };
  const faults = errors.map((error) => faultOf(error, text));
  const [first, ...others] = faults;
  const open = first && openTextBefore(first, text);
  return { text, root, errors: open ? [open, ...others] : faults };
}

function isAtEnd({ error, length }: ParseError): boolean {
  return length === 0 && printParseErrorCode(error) === 'ValueExpected';
}

/** What is found wrong where a text without its closing quote is read up to the next quote of its line. */
const MISREADINGS = ['InvalidSymbol', 'CommaExpected', 'ColonExpected', 'EndOfFileExpected', 'UnexpectedEndOfString'];

/** The text without its closing quote that makes the rest of its line be misread. */
function openTextBefore({ code, offset }: SyntaxFault, text: string): SyntaxFault | undefined {
  if (!MISREADINGS.includes(code)) return undefined;
  const found = missingQuoteAt(text, text.lastIndexOf('\n', offset - 1) + 1);
  if (!found || found.opening > offset) return undefined;
  const { opening, closing } = found;
  return { code: 'UnexpectedEndOfString', offset: opening, length: Math.max(closing - opening, 1) };
}

/** Of a comment that is cut off the library counts one character too many. */
function faultOf({ error, offset, length }: ParseError, text: string): SyntaxFault {
  return { code: printParseErrorCode(error), offset, length: Math.min(length, text.length - offset) };
}

const TOO_DEEP = 'too deep';

/** The library calls itself for each bracket, which ends at some ten thousand of them. */
function parseNested(body: string, errors: ParseError[]): JsonNode | undefined | typeof TOO_DEEP {
  try {
    return parseTree(body, errors, { allowTrailingComma: false, disallowComments: false });
  } catch (error) {
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}

/** Whether an offset lies behind an opening quote without a closing one: the rest of that line is read the wrong way. */
export function isMisread({ text, errors: [first] }: Syntax, offset: number): boolean {
  if (first?.code !== 'UnexpectedEndOfString' || offset < first.offset) return false;
  return !text.slice(first.offset, offset).includes('\n');
}

/** Whether a number ends at an offset only because JSON has no such numbers: `0` of `05`. */
export function isCutOff({ text, errors }: Syntax, end: number): boolean {
  return errors.some(({ offset }) => offset === end) && /^\d\w$/.test(text.slice(end - 1, end + 1));
}

/** One sentence for people. */
export function explainSyntax(fault: SyntaxFault, text: string): string {
  switch (fault.code) {
    case 'InvalidSymbol':
      return explainSymbol(fault, text);
    case 'InvalidNumberFormat':
      return t('"{0}" is not a valid JSON number.', foundAt(fault, text));
    case 'PropertyNameExpected':
    case 'ValueExpected':
      return explainGap(fault, text);
    case 'ColonExpected':
      return t('A colon is expected between key and value.');
    case 'CommaExpected':
      if (text[fault.offset] === ':') return t('Keys with values belong in an object, not in a list.');
      return explainCloser(fault, text) ?? t('A comma is expected between two entries.');
    case 'CloseBraceExpected':
      return t('The object is not closed: a "}" is missing.');
    case 'CloseBracketExpected':
      return t('The list is not closed: a "]" is missing.');
    case 'EndOfFileExpected':
      return t('The body ends before this: a criteria is one JSON object.');
    case 'UnexpectedEndOfComment':
      return t('The comment is not closed: "*/" is missing.');
    case 'UnexpectedEndOfString':
      return t('The string is not closed: a double quote is missing.');
    case 'UnexpectedEndOfNumber':
      return t('The number is not complete.');
    case 'InvalidUnicode':
      return t('A \\u escape needs four hex digits.');
    case 'InvalidEscapeCharacter':
      return t('This escape does not exist in JSON; a backslash is written "\\\\".');
    case 'HalfCharacter':
      return t('This string contains half of a character: the other \\u escape is missing.');
    case 'NestedTooDeeply':
      return t('Objects and lists are nested too deeply to be read.');
    case 'InvalidCharacter':
      return t('This character must be escaped in a JSON string.');
    default:
      return t('This is not valid JSON ({0}).', fault.code);
  }
}

function explainSymbol(fault: SyntaxFault, text: string): string {
  const found = foundAt(fault, text);
  const end = fault.offset + fault.length;
  if (/^\s*:/.test(text.slice(end, end + 20))) {
    return t('"{0}" is a key without quotes: keys must be in double quotes.', found);
  }
  if (found.trim() === '') {
    return t('JSON does not allow this white space: write plain spaces (it may be a no-break space).');
  }
  if (found.startsWith('#')) return t('Comments begin with "//".');
  if (/^[+.-]*\d/.test(found)) return t('"{0}" is not a valid JSON number.', found);
  if (/^[^\p{L}\p{N}'“”„«]+$/u.test(found)) return t('"{0}" has no meaning in JSON.', found);
  return t('"{0}" is not a JSON value. Strings must be in double quotes.', found);
}

/** A key or a value that is not there. */
function explainGap(fault: SyntaxFault, text: string): string {
  if (isTrailingComma(fault, text)) return t('JSON allows no comma after the last entry.');
  if (isSurplusComma(fault, text)) return t('There is nothing before this comma.');
  const closer = explainCloser(fault, text);
  if (closer !== undefined) return closer;
  return fault.code === 'ValueExpected'
    ? t('A value is expected here.')
    : t('A key in double quotes is expected here.');
}

/** A closing bracket of the wrong kind. */
function explainCloser({ offset }: SyntaxFault, text: string): string | undefined {
  const found = text[offset];
  const open = openBrackets(text, offset).at(-1);
  if ((found !== '}' && found !== ']') || open === undefined || (open === '{') === (found === '}')) return undefined;
  return t('"{0}" appears here while a "{1}" is still open.', found, open);
}

/** Where the comma before a closing brace or bracket stands; undefined where the fault is another one. */
export function trailingCommaAt(fault: SyntaxFault, text: string): number | undefined {
  return isTrailingComma(fault, text) ? commaBefore(fault, text) : undefined;
}

function isTrailingComma(fault: SyntaxFault, text: string): boolean {
  const closes = /^\s*[}\]]/.test(text.slice(fault.offset, fault.offset + 200));
  return closes && commaBefore(fault, text) !== undefined;
}

/** The brackets before an offset that are not closed there, the innermost last. */
export function openBrackets(text: string, offset: number): readonly string[] {
  const open: string[] = [];
  for (const { kind, start } of tokensFrom(text, 0)) {
    if (start >= offset) break;
    if (kind === '{' || kind === '[') open.push(kind);
    if (kind === '}' || kind === ']') open.pop();
  }
  return open;
}

/** A comma behind another one, or behind an opening bracket. */
export function isSurplusComma({ offset }: SyntaxFault, text: string): boolean {
  return text[offset] === ',' && /[,{[]$/.test(withoutComments(text.slice(0, offset)).trimEnd());
}

function withoutComments(text: string): string {
  return text.includes('/') ? stripComments(text, ' ') : text;
}

function commaBefore(fault: SyntaxFault, text: string): number | undefined {
  const before = withoutComments(text.slice(0, fault.offset)).trimEnd();
  return before.endsWith(',') ? before.length - 1 : undefined;
}

/** What stands at a fault, cut off where it is long. */
function foundAt({ offset, length }: SyntaxFault, text: string): string {
  const found = text.slice(offset, offset + length);
  return found.length > 30 ? `${found.slice(0, 30)}…` : found;
}

/** An entry of an object; a half-typed one has no value. */
export interface Entry {
  readonly key: JsonNode;
  readonly name: string;
  readonly value: JsonNode | undefined;
}

/** The entries of an object, in the order of the text. */
export function entriesOf(object: JsonNode): readonly Entry[] {
  const entries: Entry[] = [];
  for (const { children } of object.children ?? []) {
    const key = children?.[0];
    if (key) entries.push({ key, name: String(key.value), value: children[1] });
  }
  return entries;
}

/** The JavaScript value of a node as PHP would see it: of duplicate keys the last one wins. */
export function jsonValue(node: JsonNode): unknown {
  return node.children ? getNodeValue(node) : node.value;
}
