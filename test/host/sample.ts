// The sample workspace, in a copy that may be changed.
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from './temporary.ts';

const source = path.join(import.meta.dirname, '..', '..', 'demo', 'workspace');

/** Copies the sample workspace into a folder that is gone when this process ends, and returns its path. */
export async function sampleWorkspace(): Promise<string> {
  // VS Code shows the folder's name as title.
  const folder = path.join(await temporaryFolder('sample'), 'criteria');
  await cp(source, folder, { recursive: true });
  return folder;
}
