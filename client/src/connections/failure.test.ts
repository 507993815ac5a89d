import { describe, expect, it } from 'vitest';
import { ShopError } from '../../../shop/src/index.ts';
import { failureOf, NotConnected, sentencesOf } from './failure.ts';

describe('failureOf', () => {
  it('offers new credentials where the sign-in was refused', () => {
    const failure = failureOf(new ShopError('wrongCredentials', { message: 'Refused.', hint: 'Check them.' }));
    expect(failure.remedies).toContain('signIn');
    expect(sentencesOf(failure)).toBe('Refused. Check them.');
  });

  it('has nothing to tell about what was cancelled', () => {
    expect(failureOf(new ShopError('cancelled', { message: 'Cancelled.' })).cancelled).toBe(true);
  });

  it('tells an answer that is too large from others: it can go into a file', () => {
    const [large, other] = [new ShopError('tooLarge', { message: 'Too large.' }), new Error('Other.')].map(failureOf);
    expect([large?.tooLarge, other?.tooLarge]).toEqual([true, false]);
  });

  it("keeps the shop's own errors", () => {
    const errors = [
      { status: '400', code: 'FRAMEWORK__X', title: null, detail: 'No.', pointer: '/limit', parameters: {} },
    ];
    expect(failureOf(new ShopError('refused', { message: 'Refused.', status: 400, errors })).errors).toEqual(errors);
  });

  it('speaks of everything else in a sentence without a stack', () => {
    expect(failureOf(new NotConnected('Not confirmed.')).message).toBe('Not confirmed.');
    expect(failureOf(new TypeError('x is not a function')).message).toBe('x is not a function');
    expect(failureOf('odd').message).toBe('odd');
  });
});
