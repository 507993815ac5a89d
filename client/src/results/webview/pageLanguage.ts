import type { Language } from '../../language.ts';

/** The language that the editor wrote into the page. */
export function pageLanguage(): Language {
  const written: unknown = JSON.parse(document.getElementById('language')?.textContent ?? 'null');
  return isLanguage(written) ? written : { locale: 'en', texts: null };
}

function isLanguage(value: unknown): value is Language {
  return typeof value === 'object' && value !== null && 'locale' in value && 'texts' in value;
}
