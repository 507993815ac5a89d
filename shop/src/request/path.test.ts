import { describe, expect, it } from 'vitest';
import { fillPath, placeholdersOf } from './path.ts';

describe('a path with placeholders', () => {
  const path = '/store-api/{a}/{b}/{a}';

  it('names them once', () => {
    expect(placeholdersOf(path)).toEqual(['a', 'b']);
    expect(placeholdersOf('/api/search/product')).toEqual([]);
  });

  it('is filled with encoded values', () => {
    expect(fillPath(path, { a: 'x/../y?z', b: 'ü' })).toEqual({
      path: '/store-api/x%2F..%2Fy%3Fz/%C3%BC/x%2F..%2Fy%3Fz',
      missing: [],
    });
  });

  it('says what is missing', () => {
    expect(fillPath('/x/{a}/{constructor}', { a: '1' })).toEqual({
      path: '/x/1/{constructor}',
      missing: ['constructor'],
    });
  });
});
