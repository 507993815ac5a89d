import { describe, expect, it } from 'vitest';
import { exchanges, type Exchange as Recorded, recordingIsThere } from '../../test/recording.ts';
import type { Answer } from '../client/answer.ts';
import { recordOf } from '../json.ts';
import { explainAnswer } from './explainAnswer.ts';
import { explainSignIn } from './explainSignIn.ts';
import type { ShopErrorKind } from './shopError.ts';

interface RecordedError {
  readonly status?: string;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string | null;
  readonly source?: { readonly pointer?: string };
  readonly meta?: { readonly parameters?: Record<string, unknown> | string[] };
}

type Exchange = Recorded & { readonly response: { readonly body: { readonly errors: readonly RecordedError[] } } };

const refused = exchanges.flatMap(({ response, ...exchange }): Exchange[] => {
  const errors = recordOf(response.body).errors;
  return response.status >= 400 && Array.isArray(errors)
    ? [{ ...exchange, response: { ...response, body: { errors } } }]
    : [];
});

const subject = { shop: 'the shop', url: 'http://127.0.0.1:8000', proxy: null, secrets: new Set<string>() };

function answerOf({ request, response }: Exchange): Answer {
  const text = JSON.stringify(response.body);
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: response.body,
    bytes: text.length,
    milliseconds: 1,
    request: { method: request.method, url: `http://127.0.0.1:8000${request.path}`, headers: {}, body: null },
  };
}

function recorded(id: string): Exchange {
  return refused.find((exchange) => exchange.id === id) ?? expect.unreachable(`${id} is not in the recording`);
}

describe.skipIf(!recordingIsThere)('what a Shopware 6.7.6 refuses', () => {
  it('is carried by the error, all of it', () => {
    expect(refused.length).toBeGreaterThan(290);
    for (const exchange of refused) {
      const error = explainAnswer(answerOf(exchange), subject);
      const expected = exchange.response.body.errors.map((entry) => ({
        status: entry.status ?? null,
        code: entry.code ?? null,
        title: entry.title ?? null,
        detail: entry.detail ?? null,
        pointer: entry.source?.pointer ?? null,
        parameters: { ...entry.meta?.parameters },
      }));
      expect(error.errors, exchange.id).toEqual(expected);
      expect(error.status, exchange.id).toBe(exchange.response.status);
      expect(error.message, exchange.id).toMatch(/^the shop .{10,400}\.$/);
    }
  });

  it.each<[string, ShopErrorKind]>([
    ['route-unknown-entity', 'refused'],
    ['auth-expired', 'wrongCredentials'],
    ['st-nokey', 'noCredentials'],
    ['shape-mapping', 'refused'],
    ['info-me-integration', 'refused'],
  ])('%s is of kind %s and says what to do', (id, kind) => {
    const error = explainAnswer(answerOf(recorded(id)), subject);
    expect(error.kind).toBe(kind);
    expect(error.hint).toBeTruthy();
  });

  it('names the privileges that are missing', () => {
    const missing = refused.filter(
      ({ response }) => response.body.errors[0]?.code === 'FRAMEWORK__MISSING_PRIVILEGE_ERROR',
    );
    expect(missing.length).toBeGreaterThan(0);
    for (const exchange of missing) {
      const error = explainAnswer(answerOf(exchange), subject);
      expect(error.missingPrivileges.length, exchange.id).toBeGreaterThan(0);
      for (const privilege of error.missingPrivileges) {
        expect(exchange.response.body.errors[0]?.detail).toContain(privilege);
        expect(error.message).toContain(privilege);
      }
    }
  });

  it('says everything about a sign-in', () => {
    const integration = { clientId: 'SWIATEST', clientSecret: 'secret' };
    const kinds = refused
      .filter(
        ({ id, request }) => id.startsWith('oauth-') && request.method === 'POST' && id !== 'oauth-malformed-json',
      )
      .map((exchange) => [exchange.response.status, explainSignIn(answerOf(exchange), integration, subject).kind]);
    expect(kinds.length).toBeGreaterThan(15);
    for (const [status, kind] of kinds) expect(kind).toBe(status === 429 ? 'throttled' : 'wrongCredentials');
    const throttled = explainSignIn(answerOf(recorded('oauth-throttle-valid')), integration, subject);
    expect(throttled.seconds).toBe(10);
  });
});
