// Writes the snippets that the extension contributes, from the grammar:
//   node scripts/generate-snippets.ts
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { snippetFile } from '../server/src/features/snippets/file.ts';

const file = path.join(path.dirname(import.meta.dirname), 'snippets', 'swcriteria.json');

await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(snippetFile(), null, 2)}\n`);
