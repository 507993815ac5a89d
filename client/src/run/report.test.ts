import { describe, expect, it } from 'vitest';
import { reportOf } from './report.ts';

const refusal = {
  version: '1.2.3',
  shopware: '6.7.6.0',
  status: 500,
  request: {
    method: 'POST',
    url: 'https://secret-project.example.com/api/search/product?x=1',
    headers: { authorization: 'Bearer •••', accept: 'application/json', 'sw-language-id': 'abc' },
    body: '{ "limit": 1 }\n',
  },
  errors: [{ status: '500', code: 'X', title: null, detail: 'No.', pointer: null, parameters: {} }],
};

describe('a report', () => {
  it('holds what was sent and what came back', () => {
    const report = reportOf(refusal);
    expect(report).toContain('Shopware Criteria 1.2.3, Shopware 6.7.6.0');
    expect(report).toContain('POST /api/search/product?x=1\nsw-language-id: abc\n');
    expect(report).toContain('```json\n{ "limit": 1 }\n```');
    expect(report).toContain('"detail": "No."');
  });

  it('names neither the shop nor who signed in', () => {
    const report = reportOf({ ...refusal, shopware: undefined });
    expect(report).not.toMatch(/secret-project|authorization|Bearer/);
    expect(report).toContain('Shopware of unknown version');
  });
});
