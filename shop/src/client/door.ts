import { t } from '@vscode/l10n';
import type { Api } from '../connection.ts';
import { ShopError } from '../errors/shopError.ts';
import type { Subject } from '../errors/subject.ts';
import type { Call, Exchange, Exchanged } from './exchange.ts';

/** The way into one API of a shop. */
export interface Door {
  /** Sends a call with what lets it in. Resolves with any answer to it; rejects when there is no way in. */
  pass(call: Call): Promise<Exchanged>;
  /** Tries the credentials now. */
  open(signal: AbortSignal | undefined): Promise<void>;
}

/** What a door is built with. */
export interface DoorOptions {
  readonly exchange: Exchange;
  readonly subject: Subject;
  /** The headers that every call has; for the calls that a door makes on its own account. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The door to an API that there are no credentials for. */
export function createClosedDoor(api: Api, { shop }: Subject): Door {
  const closed = async (): Promise<never> => {
    throw new ShopError(
      'noCredentials',
      api === 'admin'
        ? {
            message: t('There are no credentials for the Admin API of {0}.', shop),
            hint: t('Give it the client id and secret of an integration, or a user name and password.'),
          }
        : {
            message: t('There are no credentials for the Store API of {0}.', shop),
            hint: t('Give it the access key of a sales channel.'),
          },
    );
  };
  return { pass: closed, open: closed };
}
