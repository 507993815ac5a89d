import { readFileSync } from 'node:fs';
import path from 'node:path';
import { config } from '@vscode/l10n';
import { afterAll, describe, expect, it } from 'vitest';
import { languages } from '../../scripts/languages.ts';
import { generatedSettings, withGeneratedTexts } from '../../scripts/settings.ts';

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

afterAll(() => config({ contents: {} }));

describe('what package.json says of settings', () => {
  const { properties } = read('package.json').contributes.configuration;

  it.each(Object.entries(generatedSettings()))('%s follows from the definitions', (name, part) => {
    expect(properties[name], 'run npm run generate').toEqual({ ...properties[name], ...part });
  });

  it.each(languages)('its texts$mark do, too', ({ mark, texts }) => {
    const written: Record<string, string> = read(`package.nls${mark}.json`);
    config({ contents: { ...texts } });
    const made = withGeneratedTexts(written);
    expect(Object.entries(written), 'run npm run generate').toEqual(Object.entries(made));
  });

  it('a shop of the settings is refused for what a configuration refuses', () => {
    const { required, additionalProperties, properties: keys } = properties['swcriteria.shops'].additionalProperties;
    expect({ required, additionalProperties }).toEqual({ required: ['url'], additionalProperties: false });
    const [integration, user] = keys.admin.anyOf;
    expect(new RegExp(integration.properties.clientSecret.pattern).test('a secret itself')).toBe(false);
    expect(new RegExp(user.properties.password.pattern).test('$' + '{env:PASSWORD}')).toBe(true);
  });
});
