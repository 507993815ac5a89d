// vscode-json-language-server over stdio, as editors other than VS Code start it.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Launch } from '../stdioServer.ts';

/** How the peer is started; the JSON Schema is written to `folder` and read from there by the peer. */
export async function jsonServer(peers: string, folder: string, schemaText: string): Promise<Launch> {
  const file = path.join(folder, 'criteria.schema.json');
  await writeFile(file, schemaText);
  const schema = { url: pathToFileURL(file).href, fileMatch: ['*.swcriteria.json'] };
  return {
    name: 'vscode-json-language-server',
    args: [path.join(peers, 'node_modules/vscode-langservers-extracted/bin/vscode-json-language-server'), '--stdio'],
    languageId: 'jsonc',
    initializationOptions: { handledSchemaProtocols: ['file'], provideFormatter: false },
    settings: { json: { validate: { enable: true }, schemas: [schema] } },
  };
}
