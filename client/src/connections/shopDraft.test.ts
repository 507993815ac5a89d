import { describe, expect, it } from 'vitest';
import { accessKeyFault, addressFault, clientIdFault, definitionOf, nameFault, suggestedName } from './shopDraft.ts';

describe('what is typed into Add Shop', () => {
  it('takes addresses as people paste them', () => {
    expect(addressFault('shop.example.com')).toBeUndefined();
    expect(addressFault('https://shop.example.com/admin#/login')).toBeUndefined();
    expect(addressFault('')).toMatch(/enter the address/);
    expect(addressFault('ftp://shop.example.com')).toMatch(/not a valid address/);
    expect(addressFault('https://admin:shopware@shop.example.com')).toMatch(/must not contain a user name/);
  });

  it('tells an integration from a sales channel', () => {
    expect(clientIdFault('SWIAV3F3RJLUNDRPUGDKAFRQCW')).toBeUndefined();
    expect(clientIdFault('SWSCV3F3RJLUNDRPUGDKAFRQCW')).toMatch(/sales channel/);
    expect(clientIdFault('administration')).toMatch(/SWIA/);
    expect(accessKeyFault('SWSCRECORDER0000000000DATA')).toBeUndefined();
    expect(accessKeyFault('SWIAV3F3RJLUNDRPUGDKAFRQCW')).toMatch(/SWSC/);
  });

  it('takes names that fit into a directive and are free', () => {
    expect(nameFault('staging', ['live'])).toBeUndefined();
    expect(nameFault('my shop', [])).toMatch(/spaces/);
    expect(nameFault('live', ['live'])).toMatch(/already/);
  });
});

describe('suggestedName', () => {
  it.each([
    ['https://staging.example.com', [], 'staging'],
    ['https://www.example.com', [], 'example'],
    ['https://staging.example.com', ['staging'], 'staging-2'],
    ['http://127.0.0.1:8000', [], 'local'],
    ['http://localhost', [], 'localhost'],
  ])('%s, taken %j: %s', (url, taken, name) => {
    expect(suggestedName(url, taken)).toBe(name);
  });
});

describe('definitionOf', () => {
  it('holds no secret', () => {
    const draft = { url: 'https://a.example', kind: 'integration', identity: 'SWIA', secret: 'hidden' } as const;
    expect(definitionOf(draft)).toEqual({ url: 'https://a.example', admin: { clientId: 'SWIA' } });
  });

  it('marks a live shop only where it is one', () => {
    const draft = { url: 'https://a.example', kind: 'user', identity: 'admin' } as const;
    expect(definitionOf({ ...draft, production: true })).toMatchObject({ production: true });
    expect(definitionOf({ ...draft, production: false })).not.toHaveProperty('production');
  });
});
