import path from 'node:path';
import type { Files } from '../io/io.ts';

const leftOut = new Set(['node_modules', '.git']);

/** The criteria files in a folder and below it, as paths from there, with `/`. */
export async function findCriteriaFiles(folder: string, files: Files): Promise<readonly string[]> {
  return (await walkFolder(folder, files)).filter((name) => name.endsWith('.swcriteria.json'));
}

/** All files in a folder and below it, without those of packages and of git; paths from there, with `/`. */
export async function walkFolder(folder: string, files: Pick<Files, 'list'>, prefix = ''): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, kind } of await files.list(folder)) {
    if (kind === 'file') found.push(prefix + name);
    else if (!leftOut.has(name)) {
      const below = await walkFolder(path.join(folder, name), files, `${prefix}${name}/`);
      for (const file of below) found.push(file);
    }
  }
  return found;
}
