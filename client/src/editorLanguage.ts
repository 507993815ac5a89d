import { env, l10n } from 'vscode';
import type { Language } from './language.ts';

/** The language that the person chose for the editor. */
export function editorLanguage(): Language {
  return { locale: env.language, texts: l10n.bundle ?? null };
}
