import { Failure } from '../failure.ts';

/**
 * The text of a file, without byte order mark: places in it are then those that an editor shows.
 * @throws {Failure} when the bytes are no UTF-8.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(`${name} is not UTF-8 text. Save it as UTF-8.`);
  }
}
