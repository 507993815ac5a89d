import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

const root = path.join(import.meta.dirname, '..', '..');

/** Entries of tables whose texts are translated where they are read. */
const TABLE_TEXTS: readonly unknown[] = ['doc', 'expects', 'silently'];
const GRAMMAR_TEXTS: readonly unknown[] = [...TABLE_TEXTS, 'title'];
const RULE_TEXTS: readonly unknown[] = ['description'];

/** Every English text that is shown in the editor's language: what `t` is called with, and the texts of tables. */
export function sourceTexts(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of globSync('{server,shop,client}/src/**/*.ts', { cwd: root })) {
    if (file.endsWith('.test.ts')) continue;
    const tables = tableTextsOf(file);
    const visit = (node: Node): void => {
      const { callee, key, value } = node;
      if (node.type === 'CallExpression' && isNode(callee) && callee.name === 't') addTexts(argumentOf(node), found);
      if (isDescription(node)) addTexts(argumentOf(node), found);
      if (node.type === 'Property' && isNode(key) && tables.includes(key.name)) addTexts(value, found);
      for (const child of Object.values(node).flat()) if (isNode(child)) visit(child);
    };
    const { program } = parseSync(file, readFileSync(path.join(root, file), 'utf8'));
    visit({ ...program });
  }
  return found;
}

function tableTextsOf(file: string): readonly unknown[] {
  if (file.includes('/grammar/')) return GRAMMAR_TEXTS;
  if (file.includes('/rules/')) return RULE_TEXTS;
  return file.startsWith('server') ? TABLE_TEXTS : [];
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function argumentOf({ arguments: given }: Node): unknown {
  return Array.isArray(given) ? given[0] : undefined;
}

/** `schema.describe('…')` of zod, a text for the JSON Schema. */
function isDescription({ type, callee }: Node): boolean {
  return type === 'CallExpression' && isNode(callee) && isNode(callee.property) && callee.property.name === 'describe';
}

function addTexts(node: unknown, found: Set<string>): void {
  if (!isNode(node)) return;
  if (node.type === 'Literal' && typeof node.value === 'string') found.add(node.value);
  if (node.type === 'ConditionalExpression')
    for (const part of [node.consequent, node.alternate]) addTexts(part, found);
}
