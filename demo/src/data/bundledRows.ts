import { brotliDecompressSync } from 'node:zlib';
import type { RowsByEntity } from '../engine/database.ts';
import { readRows } from './rowsText.ts';

/** The rows that come with the demo shop. The module with them is only loaded when it is asked for. */
export async function bundledRows(): Promise<RowsByEntity> {
  const { ROWS } = await import('./rows.data.ts');
  const unpacked: unknown = JSON.parse(brotliDecompressSync(Buffer.from(ROWS, 'base64')).toString('utf8'));
  const rows = readRows(unpacked);
  if (!rows) throw new TypeError('The bundled rows are damaged: build again with scripts/compact-demo-data.ts.');
  return rows;
}
