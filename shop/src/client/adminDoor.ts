import type { AdminSignIn } from '../connection.ts';
import { throttled } from '../errors/explainAnswer.ts';
import type { Door, DoorOptions } from './door.ts';
import { signInToAdmin, tokenPath } from './signIn.ts';
import { createTokenKeeper } from './tokenKeeper.ts';

/** What the door to the Admin API is built with. */
export interface AdminDoorOptions extends DoorOptions {
  readonly now: () => number;
  /** Told every token, so that no message holds it. */
  readonly onSecret: (secret: string) => void;
}

/** The Admin API: a bearer token, and one more try with a new one when the shop does not accept it. */
export function createAdminDoor(credentials: AdminSignIn, options: AdminDoorOptions): Door {
  const { exchange, subject, headers, now, onSecret } = options;
  const post = (body: string, shownBody: string) =>
    exchange({ method: 'POST', path: tokenPath, headers, body, shownBody, repeatable: false });

  const tokens = createTokenKeeper({
    async obtain(refreshToken) {
      const token = await signInToAdmin(post, credentials, refreshToken, subject);
      onSecret(token.accessToken);
      if (token.refreshToken !== null) onSecret(token.refreshToken);
      return token;
    },
    throttled: (seconds) => throttled(subject, seconds),
    now,
  });

  return {
    async pass(call) {
      const passWith = (token: string) =>
        exchange({ ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } });
      const token = await tokens.get(call.signal);
      const answer = await passWith(token);
      if (answer.status !== 401) return answer;
      tokens.forget(token);
      return passWith(await tokens.get(call.signal));
    },

    async open(signal) {
      await tokens.signIn(signal);
    },
  };
}
