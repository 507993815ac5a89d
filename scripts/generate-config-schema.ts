// Writes the JSON Schema of swcriteria.config.json, which the extension contributes, from its one definition in shop/
// and the rules of the server.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RULES } from '../server/src/rules/index.ts';
import { configurationJsonSchema } from '../shop/src/configuration/jsonSchema.ts';

const file = path.join(path.dirname(import.meta.dirname), 'schemas', 'generated', 'configuration.schema.json');

await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(configurationJsonSchema(RULES.map(({ meta }) => meta)), null, 2)}\n`);
