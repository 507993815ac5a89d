// Writes the JSON Schema of swcriteria.config.json in each language, from its one definition in shop/ and the rules of
// the server.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '@vscode/l10n';
import { RULES } from '../server/src/rules/index.ts';
import { configurationJsonSchema } from '../shop/src/configuration/jsonSchema.ts';
import { languages } from './languages.ts';

const folder = path.join(path.dirname(import.meta.dirname), 'schemas', 'generated');

await mkdir(folder, { recursive: true });
for (const { mark, texts } of languages) {
  config({ contents: { ...texts } });
  const schema = configurationJsonSchema(RULES.map(({ meta }) => meta));
  await writeFile(path.join(folder, `configuration.schema${mark}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
