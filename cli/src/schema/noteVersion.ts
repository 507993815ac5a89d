import { applyEdits, modify } from 'jsonc-parser';
import type { Files } from '../io/io.ts';
import type { NamedShop } from '../project/configurations.ts';

/** Writes a shop's version into its configuration; everything else in the file stays as it is. */
export async function noteVersion(
  { name, definition, configuration }: NamedShop,
  version: string,
  files: Pick<Files, 'writeText'>,
): Promise<void> {
  if (definition.shopware === version) return;
  const { text } = configuration;
  const edits = modify(text, ['shops', name, 'shopware'], version, { formattingOptions: formattingOf(text) });
  await files.writeText(configuration.path, applyEdits(text, edits));
}

function formattingOf(text: string) {
  const indent = /^[ \t]+/m.exec(text)?.[0] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
