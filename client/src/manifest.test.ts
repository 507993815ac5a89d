import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EDITOR_COMMANDS } from '../../server/src/protocol.ts';
import { commandId, commandNames } from './commandNames.ts';

interface Contributes {
  readonly commands: readonly { readonly command: string; readonly category: string }[];
  readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  readonly keybindings: readonly { readonly command: string }[];
  readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
}

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const manifest = read('package.json');
const english: Record<string, string> = JSON.parse(read('package.nls.json'));
const german: Record<string, string> = JSON.parse(read('package.nls.de.json'));
const { contributes }: { contributes: Contributes } = JSON.parse(manifest);
const contributed = contributes.commands.map(({ command }) => command);

function commandsIn(texts: Readonly<Record<string, string>>): (string | undefined)[] {
  return [
    ...Object.values(texts)
      .join('\n')
      .matchAll(/\(command:(swcriteria\.\w+)\)/g),
  ].map(([, command]) => command);
}

describe('the manifest', () => {
  it('names no command that it does not contribute', () => {
    const entries = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    const ofWelcome = commandsIn(english);
    const named = [...entries.map(({ command }) => command), ...ofWelcome];
    expect(ofWelcome).toHaveLength(3);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((command) => command === undefined || !contributed.includes(command))).toEqual([]);
  });

  it('contributes every command that there is, and no other', () => {
    expect(contributed.toSorted()).toEqual(commandNames.map(commandId).toSorted());
    const named = Object.values(EDITOR_COMMANDS).filter((id) => id.startsWith('swcriteria.'));
    expect(named.filter((id) => !contributed.includes(id))).toEqual([]);
  });

  it('gives every command the category of the product', () => {
    const categories = contributes.commands.map(({ category }) => english[category.replaceAll('%', '')]);
    expect(categories).toEqual(contributed.map(() => 'Shopware'));
  });

  it('uses only operators that conditions have', () => {
    expect(manifest).not.toContain('!~');
  });

  it('keeps shops out of the hands of a workspace', () => {
    expect(contributes.configuration.properties['swcriteria.shops']?.scope).toBe('application');
  });
});

describe('the texts of the manifest', () => {
  const used = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);

  it('are there for every key, and for no other', () => {
    expect(Object.keys(english).toSorted()).toEqual([...new Set(used)].toSorted());
  });

  it('are there in both languages, in the same order', () => {
    expect(Object.keys(german)).toEqual(Object.keys(english));
  });

  it('say something', () => {
    const texts = [...Object.values(english), ...Object.values(german)];
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });

  it('lead to the same commands and name the same settings', () => {
    expect(commandsIn(german)).toEqual(commandsIn(english));
    const codes = (texts: object) => Object.values(texts).map((text) => String(text).match(/`[^`]+`|\{\{\w+\}\}/g));
    expect(codes(german)).toEqual(codes(english));
  });

  it('are not written into it', () => {
    const written = contributes.commands.filter((command) => !/^%[\w.]+%$/.test(Object(command).title));
    expect(written).toEqual([]);
  });
});
