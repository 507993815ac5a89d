// Desktop VS Code for the suite, where it can be had.
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { hasDisplay } from '../host/desktop.ts';
import { say } from '../host/progress.ts';

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';
const PATIENCE_MILLISECONDS = 5000;

async function reachable(): Promise<boolean> {
  try {
    const answer = await fetch(RELEASES, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** The executable of a downloaded VS Code; undefined, after saying why, where there is no display or no download. */
export async function desktopVSCode(): Promise<string | undefined> {
  if (!hasDisplay()) {
    say('No desktop VS Code: there is no display.');
    return undefined;
  }
  if (!(await reachable())) {
    say('No desktop VS Code: it cannot be downloaded from here.');
    return undefined;
  }
  return downloadAndUnzipVSCode('stable');
}
