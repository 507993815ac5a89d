import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { looksLikeEntitySchema } from './entitySchemaText.ts';

const recorded = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'schema', 'entity-schema');

describe('a text that is fetched as entity schema', () => {
  it('is one where PHP writes no properties as a list', () => {
    expect(looksLikeEntitySchema('{"acme": {"entity": "acme", "properties": []}}')).toBe(true);
  });

  it.skipIf(!existsSync(recorded))('is one as every recorded shop sends it', () => {
    const files = readdirSync(recorded);
    expect(files.length).toBeGreaterThan(10);
    const verdicts = files.map((file) => looksLikeEntitySchema(readFileSync(path.join(recorded, file), 'utf8')));
    expect(verdicts).toEqual(files.map(() => true));
  });

  it.each([
    ['{"total": 1, "data": []}', 'This is not an entity schema: "total" is not an entity with properties.'],
    ['{"openapi": "3.1.0", "paths": {}}', 'This is not an entity schema: "openapi" is not an entity with properties.'],
    [
      '{"product": {"entity": "product", "properties": {}}, "acme": {"entity": "acme", "properties": null}}',
      'This is not an entity schema: "acme" is not an entity with properties.',
    ],
    ['<!DOCTYPE html>', 'This is neither JSON nor an entity schema.'],
    ['', 'This is neither JSON nor an entity schema.'],
    ['[]', 'This is not an object of entities, so it is not an entity schema.'],
    ['{}', 'This names no entity at all.'],
  ])('is none: %s', (text, sentence) => {
    expect(looksLikeEntitySchema(text)).toBe(sentence);
  });
});
