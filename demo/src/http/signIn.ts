import type { Json, JsonObject } from '../engine/json.ts';
import { isJsonObject } from '../engine/json.ts';
import { type Answer, failed, refusedByFramework } from './answer.ts';
import { type Caller, type Client, USER_WITH_PASSWORD } from './caller.ts';
import { readPhpQuery } from './phpQuery.ts';
import type { ShopRequest } from './shopRequest.ts';
import { Throttle } from './throttle.ts';
import { Tokens } from './tokens.ts';

/** Whom the demo shop lets in: clients by id and secret, and one user by name and password. */
export interface Credentials {
  readonly clients: readonly Client[];
  readonly user: { readonly name: string; readonly password: string };
}

/** The only client of the grants of users. */
const ADMINISTRATION = 'administration';
const SCOPES = ['write', 'admin', 'user-verified', 'admins'];

/** Hands out tokens and knows them again. All answers: reference, section 9. */
export class SignIn {
  readonly #credentials: Credentials;
  readonly #tokens: Tokens;
  readonly #throttle: Throttle;

  /** `clock` returns milliseconds. */
  constructor(credentials: Credentials, clock: () => number) {
    this.#credentials = credentials;
    this.#tokens = new Tokens(clock);
    this.#throttle = new Throttle(clock);
  }

  /** `POST /api/oauth/token` */
  token(request: ShopRequest): Answer {
    const read = readTokenBody(request);
    if ('status' in read) return read;
    const body = { ...basicCredentials(request), ...read.body };
    const userName = typeof body.username === 'string' ? body.username : '';
    const seconds = this.#throttle.wait(userName);
    if (seconds !== undefined) return throttled(seconds);
    const answer = this.#grant(body);
    if (answer.status === 200) this.#throttle.forget(userName);
    if (WRONG_CREDENTIALS.includes(answer)) this.#throttle.count(userName);
    return answer;
  }

  /** Who sends a request; the answer to one without a good token. */
  callerOf(request: ShopRequest): { readonly caller: Caller } | { readonly answer: Answer } {
    const header = request.header('authorization');
    if (header === undefined) return { answer: denied('Missing "Authorization" header') };
    const token = header.replace(/^\s*Bearer\s/, '').trim();
    const parts = token.split('.');
    if (parts.length !== 3) return { answer: denied('The JWT string must have two dots') };
    if (!parts.every((part) => /^[\w-]*$/.test(part) && part.length % 4 !== 1)) {
      return { answer: denied('Error while decoding from Base64Url, invalid base64 characters detected') };
    }
    const caller = this.#tokens.callerOf(token);
    return caller ? { caller } : { answer: denied('Access token could not be verified') };
  }

  #grant(body: JsonObject): Answer {
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

  #clientCredentials(body: JsonObject): Answer {
    const missing = firstMissing(body, ['client_id', 'client_secret']);
    if (missing) return missingParameter(missing);
    if (!/^SW(IA|UA|SC)/.test(String(body.client_id))) return noAccessKey();
    const client = this.#credentials.clients.find(
      ({ id, secret }) => id === body.client_id && secret === body.client_secret,
    );
    if (!client) return WRONG_CLIENT;
    return refuseScope(body.scope ?? '') ?? this.#tokens.issue(client.caller, false);
  }

  #password(body: JsonObject): Answer {
    if (body.client_id !== ADMINISTRATION) return noAccessKey();
    const missing = firstMissing(body, ['username', 'password']);
    if (missing) return missingParameter(missing);
    const refused = refuseScope(body.scope ?? '');
    if (refused) return refused;
    const { name, password } = this.#credentials.user;
    const isKnown = isSameName(String(body.username), name) && body.password === password;
    return isKnown ? this.#tokens.issue(USER_WITH_PASSWORD, true) : WRONG_USER;
  }

  #refresh(body: JsonObject): Answer {
    if (body.client_id !== ADMINISTRATION) return noAccessKey();
    const missing = firstMissing(body, ['refresh_token']);
    if (missing) return missingParameter(missing);
    const refused = refuseScope(body.scope ?? '');
    if (refused) return refused;
    const refreshing = this.#tokens.refresh(String(body.refresh_token));
    if (typeof refreshing === 'object') return this.#tokens.issue(refreshing, true);
    const detail = refreshing === 'used' ? 'Token has been revoked' : 'Cannot decrypt the refresh token';
    return failed(400, { code: '8', title: 'The refresh token is invalid.', detail });
  }
}

const WRONG_CLIENT = failed(401, { code: '4', title: 'Client authentication failed', detail: null });
const WRONG_USER = failed(400, { code: '6', title: 'The user credentials were incorrect.', detail: null });
const WRONG_CREDENTIALS: readonly Answer[] = [WRONG_CLIENT, WRONG_USER];

/** The database compares names without case. */
function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function readTokenBody(request: ShopRequest): { readonly body: JsonObject } | Answer {
  const type = request.header('content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) return { body: readPhpQuery(request.bodyText) };
  if (!type.startsWith('application/json') || request.bodyText === '') return { body: {} };
  try {
    const body: Json = JSON.parse(request.bodyText);
    return { body: isJsonObject(body) ? body : {} };
  } catch {
    return refusedByFramework(400, 'The JSON payload is malformed.');
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

/** Scopes stand in one text, with blanks between them. */
function refuseScope(scope: Json): Answer | undefined {
  if (typeof scope !== 'string') return missingParameter('scope');
  const unknown = scope.split(' ').find((name) => name !== '' && !SCOPES.includes(name));
  if (unknown === undefined) return undefined;
  return failed(400, {
    code: '5',
    title: 'The requested scope is invalid, unknown, or malformed',
    detail: `Check the \`${unknown}\` scope`,
  });
}

function missingParameter(name: string): Answer {
  return failed(400, {
    code: '3',
    title:
      'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.',
    detail: `Check the \`${name}\` parameter`,
  });
}

/** There is no `Retry-After`: the seconds stand in the body only. */
function throttled(seconds: number): Answer {
  return failed(429, {
    code: 'FRAMEWORK__NOTIFICATION_THROTTLED',
    detail: `Notification throttled for ${seconds} seconds.`,
    parameters: { seconds },
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
