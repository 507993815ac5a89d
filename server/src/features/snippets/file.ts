import { t } from '@vscode/l10n';
import { FAMILIES } from '../../criteria/grammar/families.ts';
import type { FamilyName } from '../../criteria/grammar/types.ts';
import { SKELETONS, skeletonText } from './skeletons.ts';
import { SnippetWriter } from './writer.ts';

/** An entry of VS Code's snippet files. */
export interface FileSnippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/**
 * The snippets for editors that take them from a file, in the language that is configured now: whole bodies, and every
 * filter and aggregation.
 */
export function snippetFile(): Readonly<Record<string, FileSnippet>> {
  const skeletons = SKELETONS.map((skeleton) => ({
    name: skeleton.label(),
    prefix: skeleton.prefix,
    text: skeletonText(skeleton, false),
    description: t(skeleton.doc),
  }));
  const all = [...skeletons, ...variants('filter'), ...variants('aggregation')];
  return Object.fromEntries(
    all.map(({ name, prefix, text, description }) => [name, { prefix, body: text.split('\n'), description }]),
  );
}

function variants(family: FamilyName): readonly { name: string; prefix: string; text: string; description: string }[] {
  return Object.entries(FAMILIES[family]).map(([type, { doc }]) => ({
    name: `${family}: ${type}`,
    prefix: `${family}-${type}`,
    text: new SnippetWriter().variant(family, type),
    description: t(doc),
  }));
}
