// Writes what the extension contributes about rules: the JSON Schema of swcriteria.config.json, from its one definition
// in shop/ and the rules of the server, and the names that the setting swcriteria.rules takes.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RULES } from '../server/src/rules/index.ts';
import { configurationJsonSchema } from '../shop/src/configuration/jsonSchema.ts';

const root = path.dirname(import.meta.dirname);
const rules = RULES.map(({ meta }) => meta);

const schema = path.join(root, 'schemas', 'generated', 'configuration.schema.json');
await mkdir(path.dirname(schema), { recursive: true });
await writeFile(schema, `${JSON.stringify(configurationJsonSchema(rules), null, 2)}\n`);

const manifest = path.join(root, 'package.json');
const content = JSON.parse(await readFile(manifest, 'utf8'));
content.contributes.configuration.properties['swcriteria.rules'].propertyNames.enum = rules.map(({ code }) => code);
await writeFile(manifest, `${JSON.stringify(content, null, 2)}\n`);
