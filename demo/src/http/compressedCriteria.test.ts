import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCompressedCriteria } from './compressedCriteria.ts';

describe('_criteria', () => {
  it('is base64url of gzip of JSON', () => {
    expect(readCompressedCriteria(packed('{"limit": 5}'))).toEqual({ text: '{"limit": 5}' });
  });

  it.each([
    ['no base64url', '%%%'],
    ['not packed', Buffer.from('{}').toString('base64url')],
    ['no JSON', packed('{')],
    ['no object', packed('5')],
    ['more than twenty times as large when unpacked', packed(`{"term": "${'x'.repeat(100_000)}"}`)],
    ['larger than 128 KiB', 'A'.repeat(128 * 1024 + 1)],
  ])('is refused: %s', (_, value) => {
    const read = readCompressedCriteria(value);
    expect('answer' in read && read.answer.status).toBe(400);
  });
});

function packed(text: string): string {
  return gzipSync(text).toString('base64url');
}
