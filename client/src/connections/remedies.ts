import { commands, env, Uri, window } from 'vscode';
import type { Credentials } from './credentials.ts';
import { type Failure, type Remedy, remedyLabels, sentencesOf } from './failure.ts';
import type { Sessions } from './sessions.ts';
import { identityOf, type ShopEntry } from './shopEntry.ts';
import { shopsSetting } from './shops.ts';

/** Does what the buttons below a failure say. */
export class Remedies {
  readonly #credentials: Credentials;
  readonly #sessions: Sessions;

  constructor(credentials: Credentials, sessions: Sessions) {
    this.#credentials = credentials;
    this.#sessions = sessions;
  }

  /** Shows a failure with its buttons. True: what failed is worth another try. */
  async offer(failure: Failure, entry: ShopEntry): Promise<boolean> {
    const labels = remedyLabels();
    const buttons = failure.remedies.map((remedy) => ({ title: labels[remedy], remedy }));
    const chosen = await window.showErrorMessage(sentencesOf(failure), ...buttons);
    return chosen !== undefined && this.apply(chosen.remedy, entry);
  }

  /** Applies one. True: what failed is worth another try now. */
  async apply(remedy: Remedy, entry: ShopEntry): Promise<boolean> {
    switch (remedy) {
      case 'tryAgain':
        await this.#sessions.close(entry);
        return true;
      case 'signIn':
        await this.#sessions.close(entry);
        return this.#signIn(entry);
      case 'editShop':
        await editShop(entry);
        return false;
      case 'proxySettings':
        await commands.executeCommand('workbench.action.openSettings', 'http.proxy');
        return false;
    }
  }

  #signIn(entry: ShopEntry): Promise<boolean> {
    const variable = secretVariableOf(entry);
    if (variable !== null) return this.#credentials.ask(entry, { variable });
    const identity = identityOf(entry.definition);
    return identity === null ? Promise.resolve(false) : this.#credentials.ask(entry, { identity });
  }
}

/** Opens the place where a shop is described. */
export async function editShop(entry: ShopEntry): Promise<void> {
  if (entry.configuration !== undefined) {
    await window.showTextDocument(Uri.parse(entry.configuration));
  } else if (entry.from === 'user') {
    await commands.executeCommand('workbench.action.openSettingsJson', {
      revealSetting: { key: shopsSetting, edit: false },
    });
  }
}

/** Opens the Administration of a shop in the browser. */
export async function openAdministration({ definition }: ShopEntry): Promise<void> {
  await env.openExternal(Uri.parse(`${definition.url.replace(/\/+$/, '')}/admin`));
}

/** The environment variable that the secret of a definition is read from. */
function secretVariableOf({ definition: { admin } }: ShopEntry): string | null {
  const written = admin && ('clientId' in admin ? admin.clientSecret : admin.password);
  return /^\$\{env:(\w+)\}$/.exec(written ?? '')?.[1] ?? null;
}
