import { describe, expect, it } from 'vitest';
import { compileGlob, isGlob } from './glob.ts';

function matches(glob: string, path: string): boolean {
  return compileGlob(glob).matches(path);
}

describe('isGlob', () => {
  it.each(['*.json', 'a/**', 'file?.json', '{a,b}.json', '[ab].json'])('%s is a pattern', (text) => {
    expect(isGlob(text)).toBe(true);
  });

  it.each(['product.swcriteria.json', '../a b/c', '-'])('%s is a path', (text) => {
    expect(isGlob(text)).toBe(false);
  });
});

describe('compileGlob', () => {
  it('starts at the last folder that is no pattern', () => {
    expect(compileGlob('criteria/shop/**/*.json').base).toBe('criteria/shop');
    expect(compileGlob('*.json').base).toBe('');
    expect(compileGlob('/*.json').base).toBe('/');
    expect(compileGlob('../a/*.json').base).toBe('../a');
  });

  it.each([
    ['*.swcriteria.json', 'product.swcriteria.json'],
    ['**/*.swcriteria.json', 'product.swcriteria.json'],
    ['**/*.swcriteria.json', 'a/b/product.swcriteria.json'],
    ['src/a*/*.json', 'a1/x.json'],
    ['{product,order}.*.json', 'order.swcriteria.json'],
    ['{a,b*}.json', 'bcd.json'],
    ['[a-c]?.json', 'bz.json'],
    ['[!a]*.json', 'b.json'],
    ['**', 'a/b/c.json'],
    ['a (1)+.*', 'a (1)+.json'],
  ])('%s takes %s', (glob, path) => {
    expect(matches(glob, path)).toBe(true);
  });

  it.each([
    ['*.json', 'a/b.json'],
    ['*.json', 'bXjson'],
    ['a?.json', 'a/.json'],
    ['[!a]*.json', 'a.json'],
    ['{product,order}.json', 'media.json'],
    ['**/x.json', 'yx.json'],
  ])('%s leaves %s', (glob, path) => {
    expect(matches(glob, path)).toBe(false);
  });
});
