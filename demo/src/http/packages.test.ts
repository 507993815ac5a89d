import { describe, expect, it } from 'vitest';
import { refusePackages } from './packages.ts';

describe('sw-expect-packages', () => {
  it.each([
    [undefined, undefined],
    ['shopware/core:~6.7', undefined],
    ['shopware/core:~6.6', undefined],
    ['shopware/core:~6.6.0', 417],
    ['shopware/core:^6.7.5', undefined],
    ['shopware/core:^7.0', 417],
    ['shopware/core:6.7.*', undefined],
    ['shopware/core:6.6.*', 417],
    ['shopware/core:6.7.6.0', undefined],
    ['shopware/core:6.7.6', undefined],
    ['shopware/core:6.7.5', 417],
    ['shopware/core:>=6.5 <6.7', 417],
    ['shopware/core:~6.5.0 || ~6.7.0', undefined],
    ['shopware/core:*', undefined],
    ['shopware/core:~6.6,swag/paypal:*', 417],
    ['shopware/core', 417],
    ['shopware/core:new', 500],
  ])('%s: %s', (header, status) => {
    expect(refusePackages(header, '6.7.6.0')?.status).toBe(status);
  });
});
