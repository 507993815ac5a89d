import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { RULES } from '../../server/src/rules/index.ts';
import { configurationJsonSchema } from '../../shop/src/index.ts';

const root = path.join(import.meta.dirname, '..', '..');

it('the contributed schema of swcriteria.config.json is that of its definition and of the rules', () => {
  const file = path.join(root, 'schemas', 'generated', 'configuration.schema.json');
  const written: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const made = configurationJsonSchema(RULES.map(({ meta }) => meta));
  expect(written, 'run scripts/generate-config-schema.ts').toEqual(made);
});
