import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { notSaved } from '../errors/notSaved.ts';
import { isAbsence } from '../errors/readFault.ts';

/** A file on its way: nobody sees it before it is complete. */
export interface UnfinishedFile {
  /** Takes the content; ending it closes the file. Its errors are `ShopError`s of kind `notSaved`. */
  readonly content: Writable;
  /** Puts the complete file into its place. */
  finish(): Promise<void>;
  /** Leaves nothing of it behind. */
  discard(): Promise<void>;
}

/** Makes a promise of the file system reject with a `ShopError` of kind `notSaved`. */
type Saved = <T>(work: Promise<T>) => Promise<T>;

/**
 * Begins a file beside its place, which keeps its permissions; a symbolic link stays one. A pipe or a device takes the
 * content directly: it is never replaced.
 *
 * @throws ShopError of kind `notSaved` where no file can be.
 */
export async function beginFile(file: string): Promise<UnfinishedFile> {
  const saved: Saved = (work) =>
    work.catch((error: unknown) => {
      throw notSaved(file, error);
    });
  const existing = await stat(file).catch(() => null);
  if (existing?.isDirectory() === true) throw notSaved(file, { code: 'EISDIR' });
  return existing === null || existing.isFile()
    ? beginBeside(await saved(withoutLinks(file)), existing?.mode, saved)
    : beginDirectly(file, saved);
}

async function beginBeside(file: string, mode: number | undefined, saved: Saved): Promise<UnfinishedFile> {
  const unfinished = `${file}.${randomUUID()}.part`;
  const handle = await saved(open(unfinished, 'wx', mode));
  const content = contentOf(handle, saved);
  const discard = async () => {
    content.destroy();
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
  };
  // Made with less where the process withholds permissions from what it makes. Some file systems know none.
  if (mode !== undefined) await handle.chmod(mode).catch(() => undefined);
  return {
    content,
    discard,
    async finish() {
      await saved(handle.close());
      await saved(rename(unfinished, file));
    },
  };
}

async function beginDirectly(file: string, saved: Saved): Promise<UnfinishedFile> {
  const handle = await saved(open(file, 'w'));
  const content = contentOf(handle, saved);
  return {
    content,
    finish: () => saved(handle.close()),
    async discard() {
      content.destroy();
      await handle.close().catch(() => undefined);
    },
  };
}

function contentOf(handle: FileHandle, saved: Saved): Writable {
  return new Writable({
    write: (chunk: Buffer, _, done) => {
      saved(handle.writeFile(chunk)).then(() => done(), done);
    },
    final: (done) => {
      saved(handle.close()).then(() => done(), done);
    },
  });
}

/** The place that a path leads to; a link may lead to a file that is not there yet. */
async function withoutLinks(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (!isAbsence(error)) throw error;
    const link = await readlink(file).catch(() => null);
    if (link === null) return file;
    return withoutLinks(path.resolve(await realpath(path.dirname(file)), link));
  }
}
