import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Analysis, analyze } from '../../../server/src/analysis/analyze.ts';
import { readCriteria } from '../../../server/src/criteria/document.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io/io.ts';
import type { Project, Surroundings } from './surroundings.ts';
import { type Defaults, worldFor } from './world.ts';

/** A criteria that a command works on: a file, or the standard input. */
export interface Source {
  /** As it was asked for, with `/`; `<stdin>` for the standard input. */
  readonly name: string;
  /** The absolute path; null for the standard input. */
  readonly path: string | null;
}

/** The standard input as a source: it has no file name, and its configuration is searched from the current folder. */
const standardInput: Source = { name: '<stdin>', path: null };

/** The one source that an argument names: a file, or `-`. */
export function sourceOf(argument: string, folder: string): Source {
  if (argument === '-') return standardInput;
  const name = path.normalize(argument);
  return { name: path.sep === '\\' ? name.replaceAll('\\', '/') : name, path: path.resolve(folder, argument) };
}

/** A source that was read and analysed. */
export interface AnalyzedSource {
  readonly source: Source;
  readonly analysis: Analysis;
  readonly surroundings: Surroundings;
}

/**
 * Reads a source and analyses it in its surroundings.
 * @throws {Failure} when it cannot be read, or its configuration or schema cannot be used.
 */
export async function analyzeSource(
  source: Source,
  project: Project,
  defaults: Defaults,
  io: Io,
): Promise<AnalyzedSource> {
  const criteria = readCriteria(uriOf(source), await textOf(source, io));
  const folder = source.path === null ? io.folder : path.dirname(source.path);
  const surroundings = await project.around(folder, criteria.values);
  return { source, surroundings, analysis: analyze(criteria, worldFor(criteria.values, surroundings, defaults)) };
}

function uriOf({ path: file }: Source): string {
  return file === null ? 'stdin:' : pathToFileURL(file).href;
}

async function textOf({ name, path: file }: Source, io: Io): Promise<string> {
  if (file === null) return io.readStdin();
  const text = await io.files.readText(file);
  if (text === null) throw new Failure(`There is no file ${name}.`);
  return text;
}
