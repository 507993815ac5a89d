// The languages of what the extension contributes as files: where a file stands, and the texts that it is made with.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A language of the extension. */
export interface ShippedLanguage {
  /** What stands before the ending of its files: nothing for English, which VS Code takes for every other language. */
  readonly mark: '' | '.de';
  /** Its texts by the English ones. */
  readonly texts: Readonly<Record<string, string>>;
}

const german = path.join(import.meta.dirname, '..', 'l10n', 'bundle.l10n.de.json');

export const languages: readonly ShippedLanguage[] = [
  { mark: '', texts: {} },
  { mark: '.de', texts: JSON.parse(readFileSync(german, 'utf8')) },
];
