// What every end-to-end test needs: a VS Code with the packaged extension, pictures, and steps that build on each other.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { endWithParent } from '../host/ending.ts';
import { type OpenedVSCode, openVSCode } from '../host/open.ts';
import type { ProfileOptions } from '../host/profile.ts';
import { sampleWorkspace } from '../host/sample.ts';

const root = path.join(import.meta.dirname, '..', '..');
const output = path.join(root, 'test', 'output');

/** What `run.ts` found and made before the first test. */
interface Equipment {
  readonly browser: string;
  readonly vsix: string;
  /** The pictures of the documentation are renewed. */
  readonly pictures: boolean;
}

const VARIABLE = 'SWCRITERIA_E2E';

/** Hands the equipment to the processes of the tests; called once, before they are started. */
export function equip(found: Equipment): void {
  process.env[VARIABLE] = JSON.stringify(found);
}

function equipped(): Equipment {
  const { [VARIABLE]: found } = process.env;
  if (found === undefined) throw new Error('End-to-end tests are started by test/e2e/run.ts.');
  return JSON.parse(found);
}

/** Text stays as it is sent to the editor, and pictures show it whole. */
const editorSettings = {
  'editor.autoIndent': 'none',
  'editor.find.cursorMoveOnType': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
};

/** What a test's VS Code differs in from the usual one. */
interface SampleOptions extends ProfileOptions {
  /** More files for the workspace: name and text. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Opens a fresh copy of the sample workspace in VS Code with the packaged extension; closed when the test ends. */
export async function openSampleWorkspace(t: TestContext, options: SampleOptions = {}): Promise<OpenedVSCode> {
  // The tests' processes start browsers and servers, which end with them.
  endWithParent();
  const { browser, vsix } = equipped();
  const settings = { ...editorSettings, ...options.settings };
  const folder = await sampleWorkspace();
  for (const [name, text] of Object.entries(options.files ?? {})) await writeFile(path.join(folder, name), text);
  const opened = await openVSCode({ ...options, settings, browser, folder, vsix: [vsix] });
  t.after(opened.close);
  return opened;
}

/** The pictures that the documentation shows. */
const documented = new Set(['overview']);

/** Takes a picture of the workbench into test/output/; a documented one with `--pictures` into docs/images/ as well. */
export async function picture(page: Page, name: string): Promise<void> {
  // Away from what shows a tooltip under the mouse.
  await page.mouse.move(0, 0);
  const inDocs = equipped().pictures && documented.has(name);
  const folders = inDocs ? [output, path.join(root, 'docs', 'images')] : [output];
  for (const folder of folders) {
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
}

/** Steps by what they show; each begins where the one before it ended. */
export type Steps = Readonly<Record<string, () => Promise<void>>>;

/** Runs steps in their order. Where one fails, takes a picture of what was seen and skips the rest. */
export async function inSteps(t: TestContext, page: Page, steps: Steps): Promise<void> {
  let failed = false;
  for (const [title, step] of Object.entries(steps)) {
    await t.test(title, async (test) => {
      if (failed) {
        test.skip('a step before it failed');
        return;
      }
      failed = true;
      try {
        await step();
        failed = false;
      } finally {
        if (failed) await picture(page, `failed: ${title}`.replaceAll(/[^\w]+/g, '-'));
      }
    });
  }
}
