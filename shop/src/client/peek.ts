import { Readable } from 'node:stream';

/** A body whose beginning was looked at. */
export interface Peeked {
  readonly beginning: Buffer;
  /** All of the body, the beginning included. */
  readonly whole: Readable;
}

/** Reads of a body until its beginning is enough, or the body ends. The body itself is to be left alone then. */
export async function peek(body: Readable, isEnough: (beginning: Buffer) => boolean): Promise<Peeked> {
  const chunks: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  let beginning = Buffer.alloc(0);
  while (!isEnough(beginning)) {
    const next = await chunks.next();
    if (next.done === true) break;
    beginning = Buffer.concat([beginning, next.value]);
  }
  const whole = Readable.from(joined(beginning, chunks), { objectMode: false });
  // Whoever gives up on the whole wants no more of the body, whose complaint about that is nobody's concern.
  whole.once('close', () => body.on('error', () => undefined).destroy());
  return { beginning, whole };
}

async function* joined(beginning: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (beginning.length > 0) yield beginning;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
