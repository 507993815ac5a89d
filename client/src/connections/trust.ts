import { t } from '@vscode/l10n';
import { type Memento, window } from 'vscode';
import { originOf } from '../../../shop/src/index.ts';
import { originOfEntry, routeOf, type ShopEntry } from './shopEntry.ts';

const confirmedRoutes = 'confirmedRoutes';

/**
 * The first request to an origin that a workspace's configuration names is confirmed once. The user's own shops and
 * the demo shop were chosen by the user already.
 */
export class Trust {
  readonly #state: Memento;

  /** `state` remembers what was confirmed, for all workspaces. */
  constructor(state: Memento) {
    this.#state = state;
  }

  isConfirmed(entry: ShopEntry): boolean {
    return entry.from !== 'configuration' || this.#confirmed().includes(routeOf(entry));
  }

  /** Asks where it was not confirmed yet. False: no request. */
  async confirm(entry: ShopEntry): Promise<boolean> {
    if (this.isConfirmed(entry)) return true;
    const connect = t('Connect');
    const answer = await window.showInformationMessage(
      t('Connect to {0}?', originOfEntry(entry)),
      { modal: true, detail: detailOf(entry) },
      connect,
    );
    if (answer !== connect) return false;
    await this.#state.update(confirmedRoutes, [...new Set([...this.#confirmed(), routeOf(entry)])]);
    return true;
  }

  #confirmed(): readonly string[] {
    return this.#state.get<readonly string[]>(confirmedRoutes, []);
  }
}

function detailOf(entry: ShopEntry): string {
  const { proxy, tls } = entry.definition;
  return [
    t(
      'The configuration of this workspace names it as shop "{0}". Criteria and the credentials for this address will be sent there.',
      entry.name,
    ),
    proxy !== undefined && sentenceAboutProxy(originOf(proxy)),
    tls?.ca !== undefined && t('Certificates signed by {0} are accepted.', tls.ca),
    tls?.rejectUnauthorized === false && t('Any certificate is accepted: others on the way could read what is sent.'),
    t('You are asked only once.'),
  ]
    .filter((sentence) => sentence !== false)
    .join('\n\n');
}

function sentenceAboutProxy(origin: string | null): string {
  return origin === null
    ? t('Requests go through the proxy that it names.')
    : t('Requests go through the proxy {0}.', origin);
}
