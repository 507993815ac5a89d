// Opens a folder in a real VS Code, in a browser that Playwright drives.
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type CodeServer, installVsix, startCodeServer } from './codeServer.ts';
import { createProfile, type ProfileOptions } from './profile.ts';

export interface OpenOptions extends ProfileOptions {
  /** The path of the browser, from `findBrowser()`. */
  readonly browser: string;
  /** The workspace folder. */
  readonly folder: string;
  /** Packaged extensions to install first. */
  readonly vsix?: readonly string[];
  /** Of the window, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** A VS Code with its workbench shown in `page`. */
export interface OpenedVSCode {
  readonly page: Page;
  /** The address of the workbench: any browser may open it as well. */
  readonly url: string;
  /** Ends browser and server. */
  close(): Promise<void>;
}

/** The address under which a code-server shows a folder. */
export function workbenchUrl(server: Pick<CodeServer, 'url'>, folder: string): string {
  return `${server.url}/?folder=${encodeURIComponent(folder)}`;
}

/** Starts all that is needed and waits until the workbench can be used. */
export async function openVSCode(options: OpenOptions): Promise<OpenedVSCode> {
  const { browser: executablePath, folder, vsix = [], trusted = true, language } = options;
  const { size = { width: 1440, height: 900 } } = options;
  let server: CodeServer | undefined;
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await server?.stop();
  };
  try {
    const profile = await createProfile(options);
    for (const file of vsix) await installVsix(file, profile);
    server = await startCodeServer(profile, trusted, language);
    browser = await launchBrowser(executablePath);
    const context = await browser.newContext({ viewport: size, permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    const url = workbenchUrl(server, folder);
    await page.goto(url);
    await page.locator('.monaco-workbench .statusbar').waitFor();
    return { page, url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
