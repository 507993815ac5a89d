import { constants } from 'node:buffer';
import { type Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Told the bytes received so far; tells why nothing more is to be received, if so. */
export type OnBytes = (bytes: number) => Error | null;

/** Thrown when a body passes its limit, which is named in bytes. */
export class BodyTooLarge extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super('The body is too large.');
    this.limit = limit;
  }
}

/**
 * A body as one text. A limit beyond what Node can hold as one text, some 500 MB, is lowered to that.
 *
 * @throws BodyTooLarge as soon as the body passes the limit; nothing more is read then.
 */
export async function receiveText(body: Readable, maxBytes: number, onBytes: OnBytes): Promise<[string, number]> {
  const limit = Math.min(maxBytes, constants.MAX_STRING_LENGTH);
  const chunks: Buffer[] = [];
  let bytes = 0;
  body.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    const fault = bytes > limit ? new BodyTooLarge(limit) : onBytes(bytes);
    if (fault === null) chunks.push(chunk);
    else body.destroy(fault);
  });
  await ended(body);
  return [textOf(Buffer.concat(chunks, bytes)), bytes];
}

/** In bytes. A longer body of a success is rows. */
const shortBody = 1024;

/**
 * Writes a body into a stream, which is ended, without holding it. Resolves with its size, and with its text where it is
 * so short that it may be something else than rows; otherwise that is empty.
 */
export async function receiveInto(body: Readable, target: Writable, onBytes: OnBytes): Promise<[string, number]> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _, pass) {
      bytes += chunk.length;
      if (bytes <= shortBody) chunks.push(chunk);
      pass(onBytes(bytes), chunk);
    },
  });
  await pipeline(body, count, target);
  return [bytes <= shortBody ? textOf(Buffer.concat(chunks)) : '', bytes];
}

function ended(body: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    // Cheaper than `finished`, which a search would notice.
    body.on('end', resolve).on('error', reject);
    body.on('close', () => {
      if (!body.readableEnded) reject(new Error('The body was closed before its end.'));
    });
  });
}

/** As `JSON.parse` wants it: without byte order mark. */
function textOf(content: Buffer): string {
  const text = content.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
