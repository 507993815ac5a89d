import { applyEdits, type Edit, findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser';
import type { Files } from '../io/io.ts';
import type { NamedShop } from '../project/configurations.ts';

/** Writes a shop's version into its configuration; everything else in the file stays as it is. */
export async function noteVersion(
  { name, definition, configuration }: NamedShop,
  version: string,
  files: Pick<Files, 'writeText'>,
): Promise<void> {
  if (definition.shopware === version) return;
  const { text, path } = configuration;
  const edits = modify(text, ['shops', name, 'shopware'], version, {});
  const last = lastProperty(text, name);
  const spaced = definition.shopware === undefined && last ? edits.map((edit) => spacedLike(last, edit, text)) : edits;
  await files.writeText(path, applyEdits(text, spaced));
}

function lastProperty(text: string, shop: string): Node | undefined {
  const root = parseTree(text);
  return root && findNodeAtLocation(root, ['shops', shop])?.children?.at(-1);
}

/** An added property with the space that the one before it has. The library's own formatting takes whole lines apart. */
function spacedLike({ offset, colonOffset = offset }: Node, { content, ...place }: Edit, text: string): Edit {
  const before = /\s*$/.exec(text.slice(0, offset))?.[0] ?? '';
  const afterColon = /^:(\s*)/.exec(text.slice(colonOffset))?.[1] ?? '';
  return { ...place, content: content.replace(/^,/, `,${before}`).replace(/: /, `:${afterColon}`) };
}
