// What makes VS Code start in another language: the real language packs come from a marketplace.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Enters a language pack without a single text into the folder of a user. VS Code then starts in that language, stays
 * English itself, and extensions bring their own texts.
 */
export async function addLanguagePack(userDataDir: string, language: string): Promise<void> {
  const folder = path.join(userDataDir, 'language-packs');
  const texts = path.join(folder, `${language}.json`);
  const extension = { extensionIdentifier: { id: `tests.language-pack-${language}` }, version: '1.0.0' };
  const pack = { hash: 'none', extensions: [extension], translations: { vscode: texts }, label: language };
  await mkdir(folder);
  await writeFile(texts, JSON.stringify({ contents: {} }));
  await writeFile(path.join(userDataDir, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
