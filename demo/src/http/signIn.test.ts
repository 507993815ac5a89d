import { describe, expect, it } from 'vitest';
import { isJsonObject, objects } from '../engine/json.ts';
import type { Answer } from './answer.ts';
import { INTEGRATION } from './caller.ts';
import type { ShopRequest } from './shopRequest.ts';
import { type Credentials, SignIn } from './signIn.ts';

const CLIENT_ID = 'SWIADEMOSHOP00000000000000';
const CREDENTIALS: Credentials = {
  clients: [{ id: CLIENT_ID, secret: 'secret', caller: INTEGRATION }],
  user: { name: 'admin', password: 'secret' },
};

describe('signing in', () => {
  it('gives a token that lets in until it ends', () => {
    let time = 0;
    const signIn = new SignIn(CREDENTIALS, () => time);
    const token = textIn(
      signIn.token(asking({ grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: 'secret' })),
      'access_token',
    );
    expect(signIn.callerOf(carrying(`Bearer ${token}`))).toEqual({ caller: INTEGRATION });
    expect(signIn.callerOf(carrying(token))).toEqual({ caller: INTEGRATION });
    time = 600_000;
    expect(refusalOf(signIn, `Bearer ${token}`)).toBe('Access token could not be verified');
  });

  it.each([
    [{}, 400, '2'],
    [{ grant_type: 'client_credentials', client_secret: 'x' }, 400, '3'],
    [
      { grant_type: 'client_credentials', client_id: 'nobody', client_secret: 'x' },
      403,
      'FRAMEWORK__API_INVALID_ACCESS_KEY',
    ],
    [{ grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: 'wrong' }, 401, '4'],
    [{ grant_type: 'password', client_id: 'administration', username: 'admin', password: 'wrong' }, 400, '6'],
    [{ grant_type: 'refresh_token', client_id: 'administration', refresh_token: 'garbage' }, 400, '8'],
  ])('answers %j with %d and code %s', (body, status, code) => {
    const answer = new SignIn(CREDENTIALS, () => 0).token(asking(body));
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  it('takes a refresh token once', () => {
    const signIn = new SignIn(CREDENTIALS, () => 0);
    const first = signIn.token(
      asking({ grant_type: 'password', client_id: 'administration', username: 'admin', password: 'secret' }),
    );
    const again = {
      grant_type: 'refresh_token',
      client_id: 'administration',
      refresh_token: textIn(first, 'refresh_token'),
    };
    expect(signIn.token(asking(again)).status).toBe(200);
    expect(signIn.token(asking(again)).status).toBe(400);
  });

  it('refuses after ten wrong attempts, a good one too, until ten seconds have passed', () => {
    let time = 0;
    const signIn = new SignIn(CREDENTIALS, () => time);
    const good = { grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: 'secret' };
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect(signIn.token(asking({ ...good, client_secret: 'wrong' })).status).toBe(401);
    }
    const refused = signIn.token(asking(good));
    expect([refused.status, codeOf(refused)]).toEqual([429, 'FRAMEWORK__NOTIFICATION_THROTTLED']);
    const asUser = { grant_type: 'password', client_id: 'administration', username: 'admin', password: 'secret' };
    expect(signIn.token(asking(asUser)).status).toBe(200);
    time = 10_000;
    expect(signIn.token(asking(good)).status).toBe(200);
  });

  it('refuses a scope that there is not, whoever asks for it', () => {
    const signIn = new SignIn(CREDENTIALS, () => 0);
    const integration = { grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: 'secret' };
    const user = { grant_type: 'password', client_id: 'administration', username: 'ADMIN', password: 'secret' };
    const token = textIn(signIn.token(asking(user)), 'refresh_token');
    const refresh = { grant_type: 'refresh_token', client_id: 'administration', refresh_token: token };
    for (const body of [integration, user, refresh]) {
      const refused = signIn.token(asking({ ...body, scope: 'everything' }));
      expect([refused.status, codeOf(refused), detailOf(refused)]).toEqual([400, '5', 'Check the `everything` scope']);
    }
    expect(signIn.token(asking({ ...refresh, scope: 'write' })).status).toBe(200);
  });

  it.each([
    [undefined, 'Missing "Authorization" header'],
    ['Bearer garbage', 'The JWT string must have two dots'],
    ['Bearer a.b.c', 'Error while decoding from Base64Url, invalid base64 characters detected'],
  ])('refuses %j', (header, detail) => {
    expect(refusalOf(new SignIn(CREDENTIALS, () => 0), header)).toBe(detail);
  });
});

function refusalOf(signIn: SignIn, header: string | undefined): string {
  const who = signIn.callerOf(carrying(header));
  return 'answer' in who ? detailOf(who.answer) : '';
}

function asking(body: object): ShopRequest {
  return request({ 'content-type': 'application/json' }, JSON.stringify(body));
}

function carrying(authorization: string | undefined): ShopRequest {
  return request(authorization === undefined ? {} : { authorization }, '');
}

function request(headers: Readonly<Record<string, string>>, bodyText: string): ShopRequest {
  return { method: 'POST', path: '/', query: '', origin: '', bodyText, header: (name) => headers[name] };
}

function textIn({ body }: Answer, key: string): string {
  return body !== undefined && isJsonObject(body) ? String(body[key]) : '';
}

function codeOf(answer: Answer): string {
  return String(firstError(answer)?.code);
}

function detailOf(answer: Answer | undefined): string {
  return String(firstError(answer)?.detail);
}

function firstError(answer: Answer | undefined) {
  return isJsonObject(answer?.body) ? objects(answer.body.errors)[0] : undefined;
}
