// Writes what the extension contributes about rules: the JSON Schema of swcriteria.config.json in each language, from its
// one definition in shop/ and the rules of the server, and the names that the setting swcriteria.rules takes.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '@vscode/l10n';
import { RULES } from '../server/src/rules/index.ts';
import { configurationJsonSchema } from '../shop/src/configuration/jsonSchema.ts';
import { languages } from './languages.ts';

const root = path.dirname(import.meta.dirname);
const rules = RULES.map(({ meta }) => meta);

const folder = path.join(root, 'schemas', 'generated');
await mkdir(folder, { recursive: true });
for (const { mark, texts } of languages) {
  config({ contents: { ...texts } });
  const schema = configurationJsonSchema(rules);
  await writeFile(path.join(folder, `configuration.schema${mark}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}

const manifest = path.join(root, 'package.json');
const content = JSON.parse(await readFile(manifest, 'utf8'));
content.contributes.configuration.properties['swcriteria.rules'].propertyNames.enum = rules.map(({ code }) => code);
await writeFile(manifest, `${JSON.stringify(content, null, 2)}\n`);
