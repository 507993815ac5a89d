import { t } from '@vscode/l10n';
import { type ParseError, printParseErrorCode } from 'jsonc-parser';

/** By the names that jsonc-parser has for them. */
const sentences = (): Readonly<Record<string, string>> => ({
  InvalidSymbol: t('Invalid symbol.'),
  InvalidNumberFormat: t('Invalid number format.'),
  PropertyNameExpected: t('Property name expected.'),
  ValueExpected: t('Value expected.'),
  ColonExpected: t('Colon expected.'),
  CommaExpected: t('Comma expected.'),
  CloseBraceExpected: t('Close brace expected.'),
  CloseBracketExpected: t('Close bracket expected.'),
  EndOfFileExpected: t('End of file expected.'),
  InvalidCommentToken: t('Invalid comment token.'),
  UnexpectedEndOfComment: t('Unexpected end of comment.'),
  UnexpectedEndOfString: t('Unexpected end of string.'),
  UnexpectedEndOfNumber: t('Unexpected end of number.'),
  InvalidUnicode: t('Invalid unicode.'),
  InvalidEscapeCharacter: t('Invalid escape character.'),
  InvalidCharacter: t('Invalid character.'),
});

/** A syntax error of JSON as a sentence: `PropertyNameExpected` → "Property name expected." */
export function sentenceOf(error: ParseError): string {
  return sentences()[printParseErrorCode(error.error)] ?? t('This is not JSON.');
}
