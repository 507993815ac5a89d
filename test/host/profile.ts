// A VS Code user that never was here before: empty folders for settings and extensions.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addLanguagePack } from './languagePack.ts';
import { temporaryFolder } from './temporary.ts';

/** The folders of one user. */
export interface Profile {
  readonly userDataDir: string;
  readonly extensionsDir: string;
}

/** How VS Code shall look and behave for this user. */
export interface ProfileOptions {
  readonly theme?: 'dark' | 'light';
  /** False: workspaces open in restricted mode, without a question at the start. */
  readonly trusted?: boolean;
  /** The language that VS Code is started in, by default English. Only extensions have texts in another one. */
  readonly language?: string;
  /** More user settings, by their full names. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** The user settings of a run: quiet, so that pictures show the extension and nothing asks for attention. */
export function userSettings({
  theme = 'dark',
  trusted = true,
  settings = {},
}: ProfileOptions): Record<string, unknown> {
  return {
    'workbench.colorTheme': theme === 'dark' ? 'Dark Modern' : 'Light Modern',
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'chat.disableAIFeatures': true,
    'telemetry.telemetryLevel': 'off',
    'security.workspace.trust.enabled': !trusted,
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.banner': 'never',
    'extensions.ignoreRecommendations': true,
    'git.openRepositoryInParentFolders': 'never',
    'remote.autoForwardPorts': false,
    ...settings,
  };
}

/** Makes the folders of a new user with these settings; they are gone when this process ends. */
export async function createProfile(options: ProfileOptions = {}): Promise<Profile> {
  const folder = await temporaryFolder('vscode');
  const userDataDir = path.join(folder, 'user');
  const extensionsDir = path.join(folder, 'extensions');
  await mkdir(path.join(userDataDir, 'User'), { recursive: true });
  await mkdir(extensionsDir);
  await writeFile(path.join(userDataDir, 'User', 'settings.json'), JSON.stringify(userSettings(options), null, 2));
  if (options.language !== undefined) await addLanguagePack(userDataDir, options.language);
  return { userDataDir, extensionsDir };
}
