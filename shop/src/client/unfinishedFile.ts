import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { notSaved } from '../errors/notSaved.ts';

/** A file on its way: nobody sees it before it is complete. */
export interface UnfinishedFile {
  /** Takes the content; ending it closes the file. Its errors are `ShopError`s of kind `notSaved`. */
  readonly content: Writable;
  /** Puts the complete file into its place. */
  finish(): Promise<void>;
  /** Leaves nothing of it behind. */
  discard(): Promise<void>;
}

/**
 * Begins a file beside its place.
 *
 * @throws ShopError of kind `notSaved` where no file can be.
 */
export async function beginFile(file: string): Promise<UnfinishedFile> {
  const saved = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw notSaved(file, error);
    });
  if ((await stat(file).catch(() => null))?.isDirectory() === true) throw notSaved(file, { code: 'EISDIR' });
  const unfinished = `${file}.${randomUUID()}.part`;
  const handle = await saved(open(unfinished, 'wx'));
  const content = new Writable({
    write: (chunk: Buffer, _, done) => {
      saved(handle.writeFile(chunk)).then(() => done(), done);
    },
    final: (done) => {
      saved(handle.close()).then(() => done(), done);
    },
  });
  return {
    content,
    async finish() {
      await saved(handle.close());
      await saved(rename(unfinished, file));
    },
    async discard() {
      content.destroy();
      await handle.close().catch(() => undefined);
      await rm(unfinished, { force: true });
    },
  };
}
