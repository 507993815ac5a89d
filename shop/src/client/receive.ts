import { constants } from 'node:buffer';
import { type Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mayBeRows, tellsFirstKey } from '../answer/beginning.ts';
import { peek } from './peek.ts';

/** Told the bytes received so far; tells why nothing more is to be received, if so. */
export type OnBytes = (bytes: number) => Error | null;

/** What was received of a body. */
export interface Received {
  /** Empty where the body went into the target and is long. */
  readonly text: string;
  readonly bytes: number;
  readonly inTarget: boolean;
}

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
export async function receiveText(body: Readable, maxBytes: number, onBytes: OnBytes): Promise<Received> {
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
  return { text: textOf(Buffer.concat(chunks, bytes)), bytes, inTarget: false };
}

/** In bytes. A longer body is not held to be looked at. */
const shortBody = 1024;

/**
 * A body that should be rows goes into the target, which is ended, without being held. One that begins as something
 * else is read as a text, and the target stays as it is.
 *
 * @throws BodyTooLarge for a text beyond the limit; a target takes any size.
 */
export async function receiveRows(
  body: Readable,
  target: Writable,
  maxBytes: number,
  onBytes: OnBytes,
): Promise<Received> {
  const isEnough = (bytes: Buffer) => bytes.length >= shortBody || tellsFirstKey(bytes.toString('utf8'));
  const { beginning, whole } = await peek(body, isEnough);
  return mayBeRows(beginning.toString('utf8'))
    ? receiveInto(whole, target, onBytes)
    : receiveText(whole, maxBytes, onBytes);
}

async function receiveInto(body: Readable, target: Writable, onBytes: OnBytes): Promise<Received> {
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
  return { text: bytes <= shortBody ? textOf(Buffer.concat(chunks)) : '', bytes, inTarget: true };
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
