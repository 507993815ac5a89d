import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleCodes } from './ruleCodes.ts';

interface Setting {
  readonly scope: string;
  readonly propertyNames?: { readonly enum: readonly string[] };
}

interface Contributes {
  readonly commands: readonly { readonly command: string; readonly category: string }[];
  readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  readonly keybindings: readonly { readonly command: string }[];
  readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
}

const root = path.join(import.meta.dirname, '..', '..');
const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
const { contributes }: { contributes: Contributes } = JSON.parse(manifest);
const contributed = contributes.commands.map(({ command }) => command);

describe('the manifest', () => {
  it('names no command that it does not contribute', () => {
    const entries = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    const ofMenus = entries.map(({ command }) => command);
    const ofWelcome = [...manifest.matchAll(/\(command:(swcriteria\.\w+)\)/g)].map(([, command]) => command);
    const named = [...ofMenus, ...ofWelcome];
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((command) => command === undefined || !contributed.includes(command))).toEqual([]);
  });

  it('gives every command the category of the product', () => {
    expect(contributes.commands.map(({ category }) => category)).toEqual(contributed.map(() => 'Shopware'));
  });

  it('uses only operators that conditions have', () => {
    expect(manifest).not.toContain('!~');
  });

  it('keeps shops out of the hands of a workspace', () => {
    expect(contributes.configuration.properties['swcriteria.shops']?.scope).toBe('application');
  });

  it('knows every rule in the setting of severities, so that a misspelt one is marked', () => {
    const setting = contributes.configuration.properties['swcriteria.rules'];
    expect(setting?.propertyNames?.enum, 'run scripts/generate-config-schema.ts').toEqual(ruleCodes);
  });
});
