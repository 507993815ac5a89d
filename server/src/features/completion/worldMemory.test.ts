import { describe, expect, it } from 'vitest';
import { worldFor } from '../../testing/editor.ts';
import { worldMemory } from './worldMemory.ts';

describe('worldMemory', () => {
  it('finds each answer once a world, also one that is undefined', () => {
    const ask = worldMemory<string | undefined>();
    const [one, other] = [worldFor(), worldFor()];
    const found: string[] = [];
    const find = (answer: string | undefined) => () => {
      found.push(String(answer));
      return answer;
    };
    expect(ask(one, 'a', find('a'))).toBe('a');
    expect(ask(one, 'a', find('again'))).toBe('a');
    expect(ask(one, 'b', find(undefined))).toBe(undefined);
    expect(ask(one, 'b', find('again'))).toBe(undefined);
    expect(ask(other, 'a', find('other'))).toBe('other');
    expect(found).toEqual(['a', 'undefined', 'other']);
  });

  it('forgets rather than grow without end', () => {
    const ask = worldMemory<number>();
    const world = worldFor();
    let found = 0;
    for (let key = 0; key < 12_000; key++) ask(world, String(key), () => found++);
    ask(world, '0', () => found++);
    expect(found).toBe(12_001);
  });
});
