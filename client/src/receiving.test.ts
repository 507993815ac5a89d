import { expect, it } from 'vitest';
import { receiving } from './receiving.ts';

const megabyte = 1024 * 1024;

function saidFor(steps: readonly (readonly [bytes: number, total: number | null])[]): (string | undefined)[] {
  const said: (string | undefined)[] = [];
  const tell = receiving({ report: ({ message }) => said.push(message) });
  for (const [bytes, total] of steps) tell(bytes, total);
  return said;
}

it('says what has come, and of how much where the shop tells', () => {
  expect(saidFor([[2 * megabyte, null]])).toEqual(['2.0 MB received']);
  expect(saidFor([[2 * megabyte, 30 * megabyte]])).toEqual(['2.0 MB of 30.0 MB received']);
});

it('says the same only once, however many pieces come', () => {
  const pieces = Array.from({ length: 1000 }, (_, index) => [2 * megabyte + index, null] as const);
  expect(saidFor(pieces)).toHaveLength(1);
});
