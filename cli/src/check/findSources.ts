import path from 'node:path';
import { Failure } from '../failure.ts';
import type { Files } from '../io/io.ts';
import { findCriteriaFiles, walkFolder } from '../project/findCriteriaFiles.ts';
import { type Source, sourceOf } from '../project/source.ts';
import { compileGlob, isGlob } from './glob.ts';

/**
 * The criteria that the arguments of a command name, each once, in their order: files, folders (all criteria files in
 * them), patterns, `-`. Without arguments: the current folder.
 * @throws {Failure} for an argument that names nothing.
 */
export async function findSources(args: readonly string[], folder: string, files: Files): Promise<readonly Source[]> {
  const found = new Map<string | null, Source>();
  for (const argument of args.length === 0 ? ['.'] : args) {
    for (const source of await sourcesOf(argument, folder, files)) {
      if (!found.has(source.path)) found.set(source.path, source);
    }
  }
  return [...found.values()];
}

async function sourcesOf(argument: string, folder: string, files: Files): Promise<readonly Source[]> {
  if (argument === '-') return [sourceOf(argument, folder)];
  const kind = await files.kindOf(path.resolve(folder, argument));
  if (kind === 'file') return [sourceOf(argument, folder)];
  if (kind === 'folder') return inFolder(argument, folder, files);
  if (isGlob(argument)) return matching(path.sep === '\\' ? argument.replaceAll('\\', '/') : argument, folder, files);
  throw new Failure(`There is no file or folder ${argument}.`);
}

async function inFolder(argument: string, folder: string, files: Files): Promise<readonly Source[]> {
  const names = await findCriteriaFiles(path.resolve(folder, argument), files);
  if (names.length === 0) {
    const where = argument === '.' ? 'the current folder' : argument;
    throw new Failure(`There is no criteria file (*.swcriteria.json) in ${where}.`);
  }
  return names.map((name) => sourceOf(path.join(argument, name), folder));
}

async function matching(glob: string, folder: string, files: Files): Promise<readonly Source[]> {
  const { base, matches } = compileGlob(glob);
  const start = path.resolve(folder, base);
  const names = (await files.kindOf(start)) === 'folder' ? (await walkFolder(start, files)).filter(matches) : [];
  if (names.length === 0) throw new Failure(`No file matches ${glob}.`);
  return names.map((name) => sourceOf(path.join(base, name), folder));
}
