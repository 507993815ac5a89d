// Writes into package.json, and into its texts in each language, what settings.json may hold: the user's own shops from
// the configuration's one definition in shop/, the rules from the server.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '@vscode/l10n';
import { languages } from './languages.ts';
import { generatedSettings, withGeneratedTexts } from './settings.ts';

const root = path.dirname(import.meta.dirname);

async function rewrite(name: string, change: (content: ReturnType<typeof JSON.parse>) => object): Promise<void> {
  const file = path.join(root, name);
  const content = change(JSON.parse(await readFile(file, 'utf8')));
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
}

await rewrite('package.json', (manifest) => {
  const { properties } = manifest.contributes.configuration;
  for (const [name, part] of Object.entries(generatedSettings())) Object.assign(properties[name], part);
  return manifest;
});
for (const { mark, texts } of languages) {
  config({ contents: { ...texts } });
  await rewrite(`package.nls${mark}.json`, withGeneratedTexts);
}
