import os from 'node:os';
import { t } from '@vscode/l10n';
import { ConfigurationTarget, ProgressLocation, type QuickPickItem, ThemeIcon, window, workspace } from 'vscode';
import { originOf, type SalesChannel, type Shop, salesChannelsOf, shopAddress } from '../../../shop/src/index.ts';
import { cancellable } from '../cancellable.ts';
import { askWhereToKeep, type Credentials } from './credentials.ts';
import { failureOf, sentencesOf } from './failure.ts';
import { askSalesChannel } from './salesChannel.ts';
import type { Sessions } from './sessions.ts';
import {
  accessKeyFault,
  addressFault,
  clientIdFault,
  definitionOf,
  nameFault,
  type ShopDraft,
  type SignInKind,
  suggestedName,
} from './shopDraft.ts';
import type { ShopEntry } from './shopEntry.ts';
import { type Shops, shopsSetting } from './shops.ts';
import { askChoice, askText, back, runWizard, type Step } from './wizard.ts';

/** The parts that adding a shop needs. */
export interface AddShopParts {
  readonly shops: Shops;
  readonly credentials: Credentials;
  readonly sessions: Sessions;
}

/** Asks for a shop, tries the sign-in, writes it into the user's settings and makes it the active one. */
export async function addShop(parts: AddShopParts): Promise<ShopEntry | undefined> {
  const taken = (await parts.shops.list()).map(({ name }) => name);
  let draft: ShopDraft | undefined = {};
  for (;;) {
    draft = await runWizard(t('Add Shop'), stepsOf(taken), draft);
    if (draft === undefined) return undefined;
    const entry = entryOf(draft);
    const outcome = await trySignIn(parts, entry, draft);
    if (outcome === 'cancelled') return undefined;
    if (outcome !== 'again') return save(parts, entry, draft, outcome === 'refused' ? [] : outcome);
  }
}

function stepsOf(taken: readonly string[]): readonly Step<ShopDraft>[] {
  return [askAddress, askKind, askIdentity, askSecret, askAccessKey, askName(taken), askProduction];
}

const askAddress: Step<ShopDraft> = {
  async ask(draft, place) {
    const question = {
      prompt: t('The address of the shop, as in the browser.'),
      placeholder: 'https://shop.example.com',
      value: draft.url ?? '',
      check: addressFault,
    };
    const text = await askText(question, place);
    return typeof text === 'string' ? { ...draft, url: shopAddress(text) ?? text } : text;
  },
};

const kinds = (): readonly (QuickPickItem & { readonly signIn: SignInKind })[] => [
  {
    label: `$(key) ${t('Integration')}`,
    description: t('recommended'),
    detail: t('Access key id (SWIA…) and secret, from Settings › System › Integrations.'),
    signIn: 'integration',
  },
  { label: `$(account) ${t('User')}`, detail: t('User name and password of the Administration.'), signIn: 'user' },
  {
    label: `$(globe) ${t('Store API Only')}`,
    detail: t('Access key of a sales channel (SWSC…). It cannot read the entity schema.'),
    signIn: 'store',
  },
];

const askKind: Step<ShopDraft> = {
  async ask(draft, place) {
    const chosen = await askChoice(t('How do you sign in?'), kinds(), place);
    if (chosen === undefined || chosen === back) return chosen;
    const { identity, secret, ...others } = draft;
    return chosen.signIn === draft.kind ? draft : { ...others, kind: chosen.signIn };
  },
};

const askIdentity: Step<ShopDraft> = {
  skip: ({ kind }) => kind === 'store',
  async ask(draft, place) {
    const value = draft.identity ?? '';
    const text = await askText(
      draft.kind === 'integration'
        ? { prompt: t('Access key id of the integration.'), placeholder: 'SWIA…', value, check: clientIdFault }
        : {
            prompt: t('User name in the Administration.'),
            value,
            check: (name) => (name === '' ? t('Please enter a user name.') : undefined),
          },
      place,
    );
    return typeof text === 'string' ? { ...draft, identity: text } : text;
  },
};

const askSecret: Step<ShopDraft> = {
  skip: ({ kind }) => kind === 'store',
  async ask(draft, place) {
    const question = {
      prompt:
        draft.kind === 'integration'
          ? t('Secret access key of the integration. It is never written to a file.')
          : t('Password of the user. It is never written to a file.'),
      password: true,
      check: (secret: string) => (secret === '' ? t('Please enter it.') : undefined),
    };
    const text = await askText(question, place);
    return typeof text === 'string' ? { ...draft, secret: text } : text;
  },
};

const askAccessKey: Step<ShopDraft> = {
  skip: ({ kind }) => kind !== 'store',
  async ask(draft, place) {
    const question = {
      prompt: t('Access key of the sales channel, from its API access in the Administration.'),
      placeholder: 'SWSC…',
      value: draft.accessKey ?? '',
      check: accessKeyFault,
    };
    const text = await askText(question, place);
    return typeof text === 'string' ? { ...draft, accessKey: text } : text;
  },
};

function askName(taken: readonly string[]): Step<ShopDraft> {
  return {
    async ask(draft, place) {
      const question = {
        prompt: t('What do you want to call the shop? Files name it as // @shop NAME.'),
        value: draft.name ?? suggestedName(draft.url ?? '', taken),
        check: (name: string) => nameFault(name, taken),
      };
      const text = await askText(question, place);
      return typeof text === 'string' ? { ...draft, name: text } : text;
    },
  };
}

const askProduction: Step<ShopDraft> = {
  async ask(draft, place) {
    const choices = [
      { label: `$(beaker) ${t('For Development or Tests')}`, production: false },
      { label: `$(flame) ${t('A Production Shop')}`, detail: t('It is marked wherever it is used.'), production: true },
    ];
    const chosen = await askChoice(t('What kind of shop is it?'), choices, place);
    if (chosen === undefined || chosen === back) return chosen;
    return { ...draft, production: chosen.production };
  },
};

function entryOf(draft: ShopDraft): ShopEntry {
  const { name = '', secret } = draft;
  return {
    key: `user:${name}`,
    name,
    from: 'user',
    definition: definitionOf(draft),
    folder: os.homedir(),
    ...(secret !== undefined && { secret }),
  };
}

/** The shop's sales channels after a successful sign-in; else what the person wants to do about it. */
async function trySignIn(
  { sessions }: AddShopParts,
  entry: ShopEntry,
  { kind }: ShopDraft,
): Promise<readonly SalesChannel[] | 'refused' | 'again' | 'cancelled'> {
  const api = kind === 'store' ? 'store' : 'admin';
  try {
    const title = t('Signing in to {0}…', originOf(entry.definition.url) ?? entry.name);
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    return await window.withProgress(options, async (_, token) => {
      const signal = cancellable(token);
      const shop = await sessions.open(entry, api, 'ask');
      await shop.signIn({ api, signal });
      return kind === 'store' ? [] : await channelsOf(shop, entry, signal);
    });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.cancelled) return 'cancelled';
    const again = t('Change the Entries…');
    const anyway = t('Add Anyway');
    const chosen = await window.showErrorMessage(sentencesOf(failure), again, anyway);
    return chosen === again ? 'again' : chosen === anyway ? 'refused' : 'cancelled';
  } finally {
    await sessions.close(entry);
  }
}

/** The sign-in was taken, and the shop can be used without them: why they are not offered is told, and no more. */
async function channelsOf(shop: Shop, { name }: ShopEntry, signal: AbortSignal): Promise<readonly SalesChannel[]> {
  try {
    return await salesChannelsOf(shop, { signal });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.cancelled) throw error;
    const said = t(
      'The sales channels of {0} cannot be listed now; the first criteria for the Store API will try again.',
      name,
    );
    window.showWarningMessage(`${said} ${sentencesOf(failure)}`);
    return [];
  }
}

async function save(
  { shops, credentials }: AddShopParts,
  entry: ShopEntry,
  draft: ShopDraft,
  channels: readonly SalesChannel[],
): Promise<ShopEntry | undefined> {
  const { identity, secret } = draft;
  if (identity !== undefined && secret !== undefined) {
    const keep = await askWhereToKeep(originOf(entry.definition.url) ?? entry.name);
    if (keep === undefined) return undefined;
    await credentials.keep(entry, { identity }, secret, keep);
  }
  const none = { label: t('None'), description: t('only the Admin API'), iconPath: new ThemeIcon('dash') };
  const asked = channels.length > 0 ? await askSalesChannel(channels, t('Add Shop'), none) : undefined;
  const accessKey = draft.accessKey ?? asked;
  const definition = definitionOf({ ...draft, ...(accessKey !== undefined && { accessKey }) });
  const setting = workspace.getConfiguration();
  const own = setting.get<Record<string, unknown>>(shopsSetting, {});
  await setting.update(shopsSetting, { ...own, [entry.name]: definition }, ConfigurationTarget.Global);
  await shops.use(entry);
  const { secret: _, ...saved } = entry;
  return { ...saved, definition };
}
