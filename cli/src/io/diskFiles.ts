import { existsSync, watch } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../failure.ts';
import { decodeText } from './decode.ts';
import type { Files } from './io.ts';

/** Milliseconds without another change. */
const settlingTime = 100;

/** Files on the disk. */
export const diskFiles: Files = {
  async kindOf(target) {
    const found = await orAbsent(stat(target), `${target} cannot be read`);
    if (found === null) return undefined;
    return found.isDirectory() ? 'folder' : 'file';
  },

  async readText(file) {
    const bytes = await orAbsent(readFile(file), `${file} cannot be read`);
    return bytes === null ? null : decodeText(bytes, file);
  },

  async list(folder) {
    const entries = await orFailure(readdir(folder, { withFileTypes: true }), `${folder} cannot be read`);
    return entries
      .map((entry) => ({ name: entry.name, kind: entry.isDirectory() ? ('folder' as const) : ('file' as const) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  },

  async writeText(file, text) {
    await orFailure(mkdir(path.dirname(file), { recursive: true }), `${path.dirname(file)} cannot be made`);
    await orFailure(writeFile(file, text), `${file} cannot be written`);
  },

  watch(file, changed) {
    let settling: NodeJS.Timeout | undefined;
    const folder = path.dirname(file);
    if (!existsSync(folder)) return;
    // The folder, because editors replace files; and only once a file was written completely.
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      if (name !== path.basename(file)) return;
      clearTimeout(settling);
      settling = setTimeout(changed, settlingTime);
    });
    watcher.on('error', () => watcher.close());
  },
};

async function orAbsent<T>(work: Promise<T>, what: string): Promise<T | null> {
  return orFailure(
    work.catch((error: unknown) => {
      const code = codeOf(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw error;
    }),
    what,
  );
}

async function orFailure<T>(work: Promise<T>, what: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Failure(`${what}: ${reasonOf(codeOf(error))}.`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'a part of the path is a file',
  ENOENT: 'there is no such file',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk can only be read',
};

function reasonOf(code: string | undefined): string {
  return code === undefined ? 'the reason is not known' : (reasons[code] ?? code);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
