import { readFileSync } from 'node:fs';
import path from 'node:path';
import { config } from '@vscode/l10n';
import { afterAll, expect, it } from 'vitest';
import { languages } from '../../scripts/languages.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { configurationJsonSchema } from '../../shop/src/configuration/jsonSchema.ts';

const generated = path.join(import.meta.dirname, '..', '..', 'schemas', 'generated');

afterAll(() => config({ contents: {} }));

it.each(languages)(
  'the contributed schema$mark of swcriteria.config.json is that of its definition and of the rules',
  ({ mark, texts }) => {
    const file = path.join(generated, `configuration.schema${mark}.json`);
    const written: unknown = JSON.parse(readFileSync(file, 'utf8'));
    config({ contents: { ...texts } });
    const made = configurationJsonSchema(RULES.map(({ meta }) => meta));
    expect(written, 'run npm run generate').toEqual(made);
  },
);
