import { type ParseError, printParseErrorCode } from 'jsonc-parser';

/** A syntax error of JSON as a sentence: `PropertyNameExpected` → "Property name expected." */
export function sentenceOf(error: ParseError): string {
  const words = printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
