import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** The encodings that an answer may come in. */
export const acceptedEncodings = Object.keys(decoders).join(', ');

/** What is no compression, and yet is told as one: by the standard, and by mistake. */
const plain: readonly string[] = ['', 'identity', 'none', 'utf-8', 'utf8'];

/** The body as it was before it was compressed; null for an encoding that nobody asked for. */
export function decoded(body: Readable, encoding: string): Readable | null {
  if (plain.includes(encoding)) return body;
  const decoder = decoders[encoding.replace(/^x-/, '')];
  // The reader of the last stream is told about an error of any of them.
  return decoder === undefined ? null : pipeline(body, decoder(), () => undefined);
}
