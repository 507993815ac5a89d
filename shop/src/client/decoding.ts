import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { peek } from './peek.ts';

/** The decoder of a body that begins with this byte. */
type Decoder = (first: number) => Transform;

const decoders = new Map<string, Decoder>([
  ['gzip', () => createGunzip()],
  ['br', () => createBrotliDecompress()],
  ['deflate', inflate],
]);

/** The encodings that an answer may come in. */
export const acceptedEncodings = [...decoders.keys()].join(', ');

/** What is no compression, and yet is told as one: by the standard, and by mistake. */
const plain: readonly string[] = ['', 'identity', 'none', 'utf-8', 'utf8'];

/** The compressions that the header `Content-Encoding` tells, in the order in which they were applied. */
export function encodingsOf(header: string): readonly string[] {
  const names = header.split(',').map((name) => name.trim().toLowerCase().replace(/^x-/, ''));
  return names.filter((name) => !plain.includes(name));
}

/** More would be an attack: each takes memory, and a small body can grow without end. */
const mostEncodings = 3;

/**
 * The body as it was before it was compressed; null for an encoding that nobody asked for. Rejects where the body breaks
 * off before its first byte, or is not what one of several encodings says.
 */
export async function decoded(body: Readable, encodings: readonly string[]): Promise<Readable | null> {
  const chain = encodings.flatMap((name) => decoders.get(name) ?? []);
  if (chain.length < encodings.length || chain.length > mostEncodings) return null;
  let content = body;
  for (const decoder of chain.reverse()) content = await unpacked(content, decoder);
  return content;
}

/** Without a byte there is nothing to unpack, whatever the header says; browsers take it so, too. */
async function unpacked(body: Readable, decoder: Decoder): Promise<Readable> {
  const { beginning, whole } = await peek(body, (bytes) => bytes.length > 0);
  const [first] = beginning;
  return first === undefined ? whole : through(whole, decoder(first));
}

/** Some servers send `deflate` without the header of zlib that belongs to it; browsers and curl read both. */
function inflate(first: number): Transform {
  // The method of zlib, which is always this one.
  return (first & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

function through(body: Readable, decoder: Transform): Readable {
  // The reader of the last stream is told about an error of any of them.
  return pipeline(body, decoder, () => undefined);
}
