import { gunzipSync } from 'node:zlib';
import type { Json } from '../engine/json.ts';
import { type Answer, failed } from './answer.ts';

const MAX_BYTES = 128 * 1024;
const MAX_RATIO = 20;

/** The JSON text behind `_criteria` of a GET, which is base64url(gzip(JSON)); or the refusal (reference, section 1). */
export function readCompressedCriteria(value: string): { readonly text: string } | { readonly answer: Answer } {
  const packed = Buffer.from(value, 'base64url');
  if (value.length > MAX_BYTES || !/^[\w-]+={0,2}$/.test(value)) return { answer: invalid('it cannot be decoded') };
  try {
    const text = gunzipSync(packed, { maxOutputLength: packed.length * MAX_RATIO }).toString('utf8');
    const body: Json = JSON.parse(text);
    return typeof body === 'object' && body !== null ? { text } : { answer: invalid('it is no object') };
  } catch {
    return { answer: invalid('it cannot be unpacked') };
  }
}

function invalid(reason: string): Answer {
  return failed(400, {
    code: 'FRAMEWORK__INVALID_COMPRESSED_CRITERIA_PARAMETER',
    detail: `The parameter "_criteria" is invalid: ${reason}.`,
    parameters: {},
  });
}
