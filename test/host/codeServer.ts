// Runs code-server: a real VS Code and a real extension host, served to a browser on this machine.
import path from 'node:path';
import { codeServerEntry, installCodeServer } from './install.ts';
import { type ProcessGroup, runToEnd, startGroup } from './processes.ts';
import type { Profile } from './profile.ts';

/** A running code-server. */
export interface CodeServer {
  /** Its address, `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
  /** Settles once it has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
}

/** A server that lost whoever started it ends by itself once no page has been open for so long. */
const IDLE_SECONDS = 1800;

const LISTENS = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/;

function folderArguments({ userDataDir, extensionsDir }: Profile): string[] {
  const config = path.join(userDataDir, 'config.yaml');
  return ['--config', config, '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
}

/**
 * The environment without what would make this code-server believe that it runs inside another VS Code,
 * and without a marketplace: nothing is asked of other machines.
 */
function environment(): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|CODE_SERVER_|ELECTRON_|PORT$|PASSWORD$|HASHED_PASSWORD$|NODE_OPTIONS$)/;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}' };
}

/** Installs a packaged extension for this user, as *Install from VSIX…* does. */
export async function installVsix(vsix: string, profile: Profile): Promise<void> {
  await installCodeServer();
  const args = [codeServerEntry, ...folderArguments(profile), '--install-extension', vsix];
  await runToEnd(process.execPath, args, { env: environment() });
}

async function address(group: ProcessGroup): Promise<string> {
  const found = new Promise<string>((resolve) => {
    let output = '';
    group.child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = LISTENS.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const died = group.ended.then((): never => {
    throw new Error(`code-server did not start:\n${group.tail()}`);
  });
  return Promise.race([found, died]);
}

/**
 * Starts code-server on a free port of the loopback address. `trusted` false leaves workspace trust switched on. A
 * `language` other than English needs a language pack in the profile.
 */
export async function startCodeServer(profile: Profile, trusted: boolean, language = 'en'): Promise<CodeServer> {
  await installCodeServer();
  const args = [codeServerEntry, '--auth', 'none', '--bind-addr', '127.0.0.1:0', ...folderArguments(profile)];
  args.push(
    '--idle-timeout-seconds',
    String(IDLE_SECONDS),
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--locale',
    language,
  );
  if (trusted) args.push('--disable-workspace-trust');
  const group = startGroup(process.execPath, args, { env: environment() });
  return { url: await address(group), stop: () => group.stop(), ended: group.ended };
}
