import { expect, it } from 'vitest';
import { excerpt } from './words.ts';

it.each([
  ['First line.\r\nSecond.', 'First line'],
  ['No\tthing\u001b[2J\u0007!', 'No thing\uFFFD[2J\uFFFD'],
  ['An exception: SQLSTATE[42S22]: Column not found', 'SQLSTATE[42S22]: Column not found'],
])('of %j, %j stands in a sentence', (text, expected) => {
  expect(excerpt(text)).toBe(expected);
});
