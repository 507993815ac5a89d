import { randomBytes } from 'node:crypto';
import type { Json, JsonObject } from '../engine/json.ts';
import { isJsonObject } from '../engine/json.ts';
import { type Answer, failed, ok } from './answer.ts';
import { readPhpQuery } from './phpQuery.ts';
import type { ShopRequest } from './shopRequest.ts';

/** Whom the demo shop lets in: one integration, and the user `admin` with the same secret as password. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export const USER_NAME = 'admin';

const LIFETIME_SECONDS = 600;
const REFRESH_SECONDS = 7 * 24 * 3600;

/** Hands out tokens and knows them again. All answers: reference, section 9. */
export class SignIn {
  readonly #credentials: Credentials;
  readonly #clock: () => number;
  readonly #tokens = new Map<string, number>();
  readonly #refreshTokens = new Map<string, number>();

  /** `clock` returns milliseconds; tokens end by it. */
  constructor(credentials: Credentials, clock: () => number) {
    this.#credentials = credentials;
    this.#clock = clock;
  }

  /** `POST /api/oauth/token` */
  token(request: ShopRequest): Answer {
    const body = { ...basicCredentials(request), ...readTokenBody(request) };
    switch (body.grant_type) {
      case 'client_credentials':
        return this.#clientCredentials(body);
      case 'password':
        return this.#password(body);
      case 'refresh_token':
        return this.#refresh(body);
      default:
        return failed(400, {
          code: '2',
          title: 'The authorization grant type is not supported by the authorization server.',
          detail: 'Check that all required parameters have been provided',
        });
    }
  }

  /** The answer to a request without a good token; undefined when it has one. */
  refuse(request: ShopRequest): Answer | undefined {
    const header = request.header('authorization');
    if (header === undefined) return denied('Missing "Authorization" header');
    const token = header.replace(/^\s*Bearer\s/, '').trim();
    const parts = token.split('.');
    if (parts.length !== 3) return denied('The JWT string must have two dots');
    if (!parts.every((part) => /^[\w-]*$/.test(part) && part.length % 4 !== 1)) {
      return denied('Error while decoding from Base64Url, invalid base64 characters detected');
    }
    const end = this.#tokens.get(token);
    return end !== undefined && end > this.#clock() ? undefined : denied('Access token could not be verified');
  }

  #clientCredentials(body: JsonObject): Answer {
    const missing = firstMissing(body, ['client_id', 'client_secret']);
    if (missing) return missingParameter(missing);
    if (!/^SW(IA|UA|SC)/.test(String(body.client_id))) return noAccessKey();
    const isKnown =
      body.client_id === this.#credentials.clientId && body.client_secret === this.#credentials.clientSecret;
    return isKnown
      ? this.#issue(false)
      : failed(401, { code: '4', title: 'Client authentication failed', detail: null });
  }

  #password(body: JsonObject): Answer {
    if (body.client_id !== 'administration') return noAccessKey();
    const missing = firstMissing(body, ['username', 'password']);
    if (missing) return missingParameter(missing);
    const isKnown = body.username === USER_NAME && body.password === this.#credentials.clientSecret;
    return isKnown
      ? this.#issue(true)
      : failed(400, { code: '6', title: 'The user credentials were incorrect.', detail: null });
  }

  /** A refresh token works once. */
  #refresh(body: JsonObject): Answer {
    if (body.client_id !== 'administration') return noAccessKey();
    const missing = firstMissing(body, ['refresh_token']);
    if (missing) return missingParameter(missing);
    const token = String(body.refresh_token);
    const end = this.#refreshTokens.get(token);
    this.#refreshTokens.delete(token);
    if (end !== undefined && end > this.#clock()) return this.#issue(true);
    return failed(400, {
      code: '8',
      title: 'The refresh token is invalid.',
      detail: 'Cannot decrypt the refresh token',
    });
  }

  #issue(withRefresh: boolean): Answer {
    this.#forgetEnded();
    const token = newToken();
    this.#tokens.set(token, this.#clock() + LIFETIME_SECONDS * 1000);
    const answer = { token_type: 'Bearer', expires_in: LIFETIME_SECONDS, access_token: token };
    if (!withRefresh) return ok(answer);
    const refresh = randomBytes(48).toString('hex');
    this.#refreshTokens.set(refresh, this.#clock() + REFRESH_SECONDS * 1000);
    return ok({ ...answer, refresh_token: refresh });
  }

  #forgetEnded(): void {
    for (const [token, end] of this.#tokens) if (end <= this.#clock()) this.#tokens.delete(token);
  }
}

/** Looks like a JWT: three parts with dots between them. */
function newToken(): string {
  return [12, 24, 48].map((bytes) => randomBytes(bytes).toString('base64url')).join('.');
}

function readTokenBody(request: ShopRequest): JsonObject {
  const type = request.header('content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) return readPhpQuery(request.bodyText);
  if (!type.startsWith('application/json')) return {};
  try {
    const body: Json = JSON.parse(request.bodyText);
    return isJsonObject(body) ? body : {};
  } catch {
    return {};
  }
}

/** Client id and secret may stand in a Basic header instead of the body. */
function basicCredentials(request: ShopRequest): JsonObject {
  const match = /^Basic (.+)$/.exec(request.header('authorization') ?? '');
  if (!match?.[1]) return {};
  const [client_id = '', client_secret = ''] = Buffer.from(match[1], 'base64').toString('utf8').split(':', 2);
  return { client_id, client_secret };
}

function firstMissing(body: JsonObject, names: readonly string[]): string | undefined {
  return names.find((name) => typeof body[name] !== 'string');
}

function missingParameter(name: string): Answer {
  return failed(400, {
    code: '3',
    title:
      'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.',
    detail: `Check the \`${name}\` parameter`,
  });
}

/** A client id that does not look like an access key. */
export function noAccessKey(): Answer {
  return failed(403, {
    code: 'FRAMEWORK__API_INVALID_ACCESS_KEY',
    detail: 'Access key is invalid and could not be identified.',
    parameters: {},
  });
}

function denied(detail: string): Answer {
  return failed(401, {
    code: '9',
    title: 'The resource owner or authorization server denied the request.',
    detail,
  });
}
