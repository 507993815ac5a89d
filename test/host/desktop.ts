// Is there a desktop VS Code on this machine, and a screen to show it on?
import { existsSync } from 'node:fs';
import path from 'node:path';

const windows = process.platform === 'win32';
const macApplication = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';

/** Whether a program can open a window. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The path of the command `code` of a desktop VS Code. Undefined where there is none, no screen, or only a `code` that
 * reaches an editor on another machine (a terminal inside a remote window, WSL), which cannot take folders of its own.
 */
export function desktopCode(): string | undefined {
  const remote = process.env.VSCODE_IPC_HOOK_CLI ?? process.env.WSL_DISTRO_NAME;
  if (remote !== undefined || !hasDisplay()) return undefined;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const found = folders.map((folder) => path.join(folder, windows ? 'code.cmd' : 'code')).find(existsSync);
  return found ?? (existsSync(macApplication) ? macApplication : undefined);
}
