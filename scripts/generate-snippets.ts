// Writes the snippets that the extension contributes, in each language, from the grammar:
//   npm run generate
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '@vscode/l10n';
import { snippetFile } from '../server/src/features/snippets/file.ts';
import { languages } from './languages.ts';

const folder = path.join(path.dirname(import.meta.dirname), 'snippets');

await mkdir(folder, { recursive: true });
for (const { mark, texts } of languages) {
  config({ contents: { ...texts } });
  await writeFile(path.join(folder, `swcriteria${mark}.json`), `${JSON.stringify(snippetFile(), null, 2)}\n`);
}
