import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { excerpt } from './excerpt.ts';
import { startProgress, withProgress } from './progress.ts';
import { plain, printable } from './style.ts';
import { bytesOf } from './words.ts';

describe('excerpt', () => {
  it('marks a place, also behind the end of the line', () => {
    expect(excerpt({ line: '\t{ "a": 1', lineNumber: 11, start: 3, end: 6 }, plain)).toBe(
      '   12 |  { "a": 1\n      |    ^^^',
    );
    expect(excerpt({ line: '{', lineNumber: 0, start: 1, end: 1 }, plain)).toBe('    1 | {\n      |  ^');
  });

  it('cuts a long line around the place', () => {
    const line = `${'a'.repeat(500)}WRONG${'b'.repeat(500)}`;
    const [shown = '', carets = ''] = excerpt({ line, lineNumber: 0, start: 500, end: 505 }, plain).split('\n');
    expect(shown.length).toBeLessThan(120);
    expect(shown.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('WRONG');
  });
});

describe('printable', () => {
  it.each([
    ['Ids: Array\n(\n)\n.', 'Ids: Array ( ) .'],
    ['one\r\n\r\ntwo', 'one two'],
    ['\t\x1b[2Jgone\x85', '\t\uFFFD[2Jgone\uFFFD'],
  ])('%j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const outputOf = (isTerminal: boolean) => {
    const written: string[] = [];
    return { written, isTerminal, columns: undefined, write: (text: string) => void written.push(text) };
  };

  it('says nothing about work of less than a second', async () => {
    const output = outputOf(true);
    await withProgress(output, 'Working …', async () => vi.advanceTimersByTime(900));
    expect(output.written).toEqual([]);
  });

  it('shows how far longer work is, and cleans up', () => {
    const output = outputOf(true);
    const progress = startProgress(output, 'Working …');
    vi.advanceTimersByTime(1000);
    progress.update('1 of 2');
    vi.advanceTimersByTime(200);
    progress.end();
    vi.advanceTimersByTime(5000);
    expect(output.written).toEqual(['\r\x1b[KWorking …', '\r\x1b[K1 of 2', '\r\x1b[K']);
  });

  it('is for terminals only', () => {
    const output = outputOf(false);
    startProgress(output, 'Working …');
    vi.advanceTimersByTime(5000);
    expect(output.written).toEqual([]);
  });
});

describe('bytesOf', () => {
  it.each([
    [312, '312 B'],
    [4300, '4.2 KB'],
    [10_485_760, '10.0 MB'],
  ])('%d', (bytes, text) => {
    expect(bytesOf(bytes)).toBe(text);
  });
});
