import { applyEdits } from 'jsonc-parser';
import { setInShop } from '../../../shop/src/index.ts';
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
  await files.writeText(path, applyEdits(text, [...setInShop(text, name, 'shopware', version)]));
}
