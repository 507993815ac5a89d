// Folders that are gone when this process ends.
import { rmSync } from 'node:fs';
import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { atEnd } from './ending.ts';

/** Makes an empty folder, deleted when this process ends. `purpose` becomes part of its name. */
export async function temporaryFolder(purpose: string): Promise<string> {
  const folder = await mkdtemp(path.join(await realpath(tmpdir()), `swcriteria-${purpose}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
