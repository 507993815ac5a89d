import { type Edit, findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser';

/** A piece of a text to be replaced; offsets count UTF-16 units. */
export type TextPiece = Readonly<Edit>;

/**
 * The edits that give a shop of a configuration a property, or another value for one that it has; everything else in
 * the text stays as it is, and an added property is spaced like the one before it.
 */
export function setInShop(text: string, shop: string, property: string, value: unknown): readonly TextPiece[] {
  const edits = modify(text, ['shops', shop, property], value, {}).map((edit) => onOneLine(edit, value));
  const definition = definitionIn(text, shop);
  const last = definition?.children?.at(-1);
  const isNew = definition !== undefined && findNodeAtLocation(definition, [property]) === undefined;
  return isNew && last ? edits.map((edit) => spacedLike(last, edit, text)) : edits;
}

function definitionIn(text: string, shop: string): Node | undefined {
  const root = parseTree(text);
  return root && findNodeAtLocation(root, ['shops', shop]);
}

/** An object as people write a short one: `{ "accessKey": "SWSC…" }`. */
function onOneLine({ content, ...place }: Edit, value: unknown): Edit {
  const spaced = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  return { ...place, content: content.replace(JSON.stringify(value), () => spaced) };
}

/** The library's own formatting takes whole lines apart. */
function spacedLike({ offset, colonOffset = offset }: Node, { content, ...place }: Edit, text: string): Edit {
  const before = /\s*$/.exec(text.slice(0, offset))?.[0] ?? '';
  const afterColon = /^:(\s*)/.exec(text.slice(colonOffset))?.[1] ?? '';
  return { ...place, content: content.replace(/^,/, `,${before}`).replace(/: /, `:${afterColon}`) };
}
