import { config } from '@vscode/l10n';

/** What texts, numbers and times are shown in. */
export interface Language {
  /** The language of the editor: `en`, `de`, `pt-br`. */
  readonly locale: string;
  /** The texts of that language by the English ones; null where there are none. */
  readonly texts: Readonly<Record<string, string>> | null;
}

let locale = 'en-GB';

/** Sets the language of this process. Until then, and for texts that are missing, it is English. */
export function useLanguage({ locale: wanted, texts }: Language): void {
  config({ contents: { ...texts } });
  // The English texts have 24 hours, and the day before the month.
  locale = wanted === 'en' ? 'en-GB' : wanted;
}

/** What `Intl` formats for people with. */
export function currentLocale(): string {
  return locale;
}
