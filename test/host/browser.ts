// Finds a Chromium-like browser on this machine, and starts it for Playwright.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { runToEnd } from './processes.ts';
import { step } from './progress.ts';

/** What to tell a person on whose machine no browser was found. */
export const noBrowser =
  'No browser to be found: install Chrome, Chromium or Edge, or put the path of one into CHROMIUM_PATH.';

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
const linuxCommands = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

function usualPlaces(): string[] {
  const env = process.env;
  if (process.platform === 'darwin') {
    const folders = ['/Applications', path.join(env.HOME ?? '', 'Applications')];
    return folders.flatMap((folder) => macApplications.map((name) => path.join(folder, name)));
  }
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return folders.flatMap((folder) =>
      folder === undefined ? [] : windowsPrograms.map((name) => path.join(folder, name)),
    );
  }
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return linuxCommands.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

async function installFromDebian(): Promise<string | undefined> {
  const root = process.getuid?.() === 0;
  if (!root || !existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step('Installing the browser chromium with apt-get', async () => {
    await runToEnd('apt-get', ['update'], { env });
    await runToEnd('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { env });
  });
  return usualPlaces().find(existsSync);
}

/**
 * The path of a browser: `$CHROMIUM_PATH`, else Chrome, Chromium or Edge in its usual place, else,
 * as root on Debian, a freshly installed `chromium`. Undefined where there is none.
 */
export async function findBrowser(): Promise<string | undefined> {
  const wish = process.env.CHROMIUM_PATH;
  if (wish !== undefined && wish !== '') {
    if (!existsSync(wish)) throw new Error(`CHROMIUM_PATH names ${wish}, where there is no file.`);
    return wish;
  }
  return usualPlaces().find(existsSync) ?? (await installFromDebian());
}

/** Starts a browser without a window, which talks to nobody but the pages it is given. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
