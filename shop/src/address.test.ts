import { describe, expect, it } from 'vitest';
import { originOf, shopAddress } from './address.ts';

describe('the origin of an address', () => {
  it.each([
    ['https://Shop.Example.com:443/de/', 'https://shop.example.com'],
    ['http://localhost:8000', 'http://localhost:8000'],
    ['http://user:password@shop.example.com', 'http://shop.example.com'],
    ['http://[::1]:8000/x', 'http://[::1]:8000'],
    ['file:///etc', null],
    ['shop.example.com', null],
    ['', null],
  ])('of %s is %s', (url, origin) => {
    expect(originOf(url)).toBe(origin);
  });
});

describe('what a person typed as an address', () => {
  it.each([
    [' shop.example.com ', 'https://shop.example.com'],
    ['localhost:8000', 'https://localhost:8000'],
    ['http://localhost:8000/admin#/sw/dashboard/index', 'http://localhost:8000'],
    ['https://shop.example.com/de/api/search/product?x=1', 'https://shop.example.com/de'],
    ['https://shop.example.com/public//', 'https://shop.example.com/public'],
    ['https://shop.example.com/administrators', 'https://shop.example.com/administrators'],
    ['https://me:secret@shop.example.com', null],
    ['ftp://shop.example.com', null],
    ['no address at all', null],
    ['', null],
  ])('%j is %j', (typed, address) => {
    expect(shopAddress(typed)).toBe(address);
  });
});
