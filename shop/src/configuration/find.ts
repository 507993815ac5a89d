import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isAbsence, readFault } from '../errors/readFault.ts';

/** The name of the file that a team commits; it is searched upwards from a criteria file. */
export const configurationFileName = 'swcriteria.config.json';

/** Reads a text file. Resolves with null where there is none; rejects with an error that says why it cannot be read. */
export type ReadText = (file: string) => Promise<string | null>;

/** A configuration file and its text. */
export interface FoundConfiguration {
  readonly path: string;
  readonly text: string;
}

/**
 * The nearest `swcriteria.config.json`: in `folder` or the next folder above that has one; null where there is none.
 * `top` is the last folder that is looked in, by default the root. Rejects as `readText` does.
 */
export async function findConfiguration(
  folder: string,
  readText: ReadText = readTextFile,
  top?: string,
): Promise<FoundConfiguration | null> {
  const file = path.join(folder, configurationFileName);
  const text = await readText(file);
  if (text !== null) return { path: file, text };
  const above = path.dirname(folder);
  return above === folder || folder === top ? null : findConfiguration(above, readText, top);
}

/** `ReadText` on the disk. What it rejects with does not name the file. */
export async function readTextFile(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isAbsence(error)) return null;
    throw new Error(readFault(error));
  }
}
