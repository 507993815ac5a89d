import { type AdminSignIn, isIntegration } from '../connection.ts';
import { explainForeign } from '../errors/explainForeign.ts';
import { explainSignIn } from '../errors/explainSignIn.ts';
import { hiddenSecret } from '../errors/secrets.ts';
import type { Subject } from '../errors/subject.ts';
import { recordOf } from '../json.ts';
import type { Answer } from './answer.ts';
import type { AccessToken } from './tokenKeeper.ts';

/** Posts a body to a path of the shop; `shown` is what may be shown of it. */
export type PostToken = (body: string, shown: string) => Promise<Answer>;

/** The route that hands out tokens. */
export const tokenPath = '/api/oauth/token';

/**
 * Signs in to the Admin API: with the refresh token of a former sign-in by password where there is one, else with the
 * credentials. A refresh token works once; a refused one is no refused login, so the password follows.
 */
export async function signInToAdmin(
  post: PostToken,
  signIn: AdminSignIn,
  refreshToken: string | null,
  subject: Subject,
): Promise<AccessToken> {
  if (refreshToken !== null && !isIntegration(signIn)) {
    const answer = await ask(
      post,
      { grant_type: 'refresh_token', client_id: 'administration' },
      { refresh_token: refreshToken },
    );
    const token = tokenOf(answer.json);
    if (token !== null) return token;
    const foreign = explainForeign(answer, subject);
    if (foreign !== null) throw foreign;
  }
  const answer = isIntegration(signIn)
    ? await ask(
        post,
        { grant_type: 'client_credentials', client_id: signIn.clientId },
        { client_secret: signIn.clientSecret },
      )
    : await ask(
        post,
        { grant_type: 'password', client_id: 'administration', scope: 'write', username: signIn.username },
        { password: signIn.password },
      );
  const token = tokenOf(answer.json);
  if (token !== null) return token;
  throw explainSignIn(answer, signIn, subject);
}

function ask(post: PostToken, open: Record<string, string>, secret: Record<string, string>): Promise<Answer> {
  const hidden = Object.fromEntries(Object.keys(secret).map((name) => [name, hiddenSecret]));
  return post(JSON.stringify({ ...open, ...secret }), JSON.stringify({ ...open, ...hidden }));
}

/**
 * How long a shop accepts a token unless it is configured otherwise (reference, section 9). It holds where none is said:
 * a token that ends earlier is answered 401, and renewed then.
 */
const usualSeconds = 600;

function tokenOf(json: unknown): AccessToken | null {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: end } = recordOf(json);
  if (typeof accessToken !== 'string') return null;
  const seconds = Number(end);
  return {
    accessToken,
    seconds: seconds > 0 && Number.isFinite(seconds) ? seconds : usualSeconds,
    refreshToken: typeof refreshToken === 'string' ? refreshToken : null,
  };
}
