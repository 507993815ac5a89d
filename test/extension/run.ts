// Runs the suite in a real VS Code: desktop where it can be had, else its stand-in. The packaged extension is
// installed as a user would. `--vsix FILE` takes a package that exists; else one is made.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { packageExtension } from '../../scripts/package.ts';
import { findBrowser, noBrowser } from '../host/browser.ts';
import { endWithParent } from '../host/ending.ts';
import { runToEnd } from '../host/processes.ts';
import { createProfile, type Profile } from '../host/profile.ts';
import { say, sentence, step } from '../host/progress.ts';
import { temporaryFolder } from '../host/temporary.ts';
import { twice } from '../host/twice.ts';
import { desktopVSCode } from './desktop.ts';
import { REPORT_VARIABLE } from './suite/report.ts';

const here = import.meta.dirname;

interface Host {
  readonly name: string;
  readonly executable: string;
  /** The command line that installs extensions: not the same program in a desktop VS Code. */
  readonly cli: string;
}

async function chooseHost(): Promise<Host | undefined> {
  const desktop = await desktopVSCode();
  if (desktop !== undefined) {
    const [cli = desktop] = resolveCliArgsFromVSCodeExecutablePath(desktop);
    return { name: 'desktop VS Code', executable: desktop, cli };
  }
  if ((await findBrowser()) === undefined) return undefined;
  const standIn = path.join(here, '..', 'host', 'vscode-stand-in');
  return { name: 'code-server, the stand-in for desktop VS Code', executable: standIn, cli: standIn };
}

/** VS Code loads tests with `require`: one CommonJS file, with everything in it but what VS Code itself provides. */
async function bundleSuite(outfile: string): Promise<void> {
  await build({
    entryPoints: [path.join(here, 'suite', 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** Whether the suite passed; its results are in the report file, line by line. */
async function runSuite(host: Host, profile: Profile, suite: string, report: string): Promise<boolean> {
  try {
    await runTests({
      vscodeExecutablePath: host.executable,
      extensionDevelopmentPath: path.join(here, 'driver'),
      extensionTestsPath: suite,
      extensionTestsEnv: { [REPORT_VARIABLE]: report },
      launchArgs: [await temporaryFolder('workspace'), ...folders(profile)],
    });
    return true;
  } catch (error) {
    say(sentence(error));
    return false;
  }
}

function folders({ userDataDir, extensionsDir }: Profile): string[] {
  return [`--user-data-dir=${userDataDir}`, `--extensions-dir=${extensionsDir}`];
}

/** Whether the suite passed in a fresh profile; prints its results. */
async function attempt(host: Host, vsix: string): Promise<boolean> {
  const output = await temporaryFolder('suite');
  const suite = path.join(output, 'suite.cjs');
  const report = path.join(output, 'report.txt');
  await bundleSuite(suite);
  const profile = await createProfile();
  await step('Installing the packaged extension', () =>
    runToEnd(host.cli, ['--install-extension', vsix, ...folders(profile)], {}),
  );
  const passed = await step('Running the suite', () => runSuite(host, profile, suite, report));
  const began = existsSync(report);
  console.log(began ? await readFile(report, 'utf8') : 'The suite did not begin.');
  return passed && began;
}

async function main(): Promise<boolean> {
  const host = await chooseHost();
  if (host === undefined) {
    console.log(`SKIPPED: the tests in the extension host. ${noBrowser}`);
    return true;
  }
  console.log(`The tests in the extension host run in ${host.name}.`);
  const { values } = parseArgs({ options: { vsix: { type: 'string' } } });
  const vsix = values.vsix ?? (await packageExtension()).file;
  const failed = await twice(['the suite'], async (names) => ((await attempt(host, vsix)) ? [] : names));
  return failed.length === 0;
}

endWithParent();
process.exitCode = (await main()) ? 0 : 1;
