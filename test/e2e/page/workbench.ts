// What a person does in the workbench outside the editor: commands, files, views, messages.
import type { Locator, Page } from 'playwright-core';

const QUICK_INPUT = '.quick-input-widget';
const QUICK_ROW = `${QUICK_INPUT} .quick-input-list .monaco-list-row`;
const PATIENCE_MILLISECONDS = 30_000;

/** How long to wait for what may never come before it is asked for again. */
export const RETRY_MILLISECONDS = 2000;
const PAUSE_MILLISECONDS = 100;

/** The accessible names of what a locator finds, in the order on the page. */
export function names(locator: Locator): Promise<string[]> {
  return locator.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
}

/** Whether something that is waited for, a click or a sight, came about before its timeout. */
function succeeds(waiting: Promise<void>): Promise<boolean> {
  return waiting.then(
    () => true,
    () => false,
  );
}

/** Whether something is seen within this time. */
export function visible(locator: Locator, timeout: number): Promise<boolean> {
  return succeeds(locator.waitFor({ timeout }));
}

/** The rows of an open quick pick whose name begins with `label`. */
export function quickPickRow(page: Page, label: string): Locator {
  return page.locator(`${QUICK_ROW}[aria-label^=${JSON.stringify(label)}]`).first();
}

async function pick(page: Page, open: string, text: string, label: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  // Commands and files that become known after the list was opened do not join it: open it anew.
  do {
    await page.keyboard.press('Escape');
    await page.keyboard.press(open);
    await quickInput(page).waitFor();
    await page.keyboard.insertText(text);
    const row = quickPickRow(page, label);
    if (await visible(row, RETRY_MILLISECONDS)) {
      await row.click();
      return;
    }
  } while (performance.now() < deadline);
  const offered = await names(page.locator(QUICK_ROW));
  throw new Error(`"${label}" is not offered; VS Code offers: ${offered.join(' | ') || 'nothing'}.`);
}

/** Runs a command by the title that the command palette shows, `Shopware: Run Criteria`. */
export function runCommand(page: Page, title: string): Promise<void> {
  return pick(page, 'F1', title, title);
}

/** Opens a file of the workspace by its name and waits for its text. */
export async function openFile(page: Page, name: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  const tab = page.locator(`.tab.active[data-resource-name=${JSON.stringify(name)}]`);
  // A list that is sorted anew under the click opens another file, or none: ask again.
  do await pick(page, 'Control+P', name, name);
  while (!(await visible(tab, RETRY_MILLISECONDS)) && performance.now() < deadline);
  await tab.waitFor();
  await page.locator('.editor-instance .view-lines .view-line').first().waitFor();
}

/** The name of the file in front, `Untitled-1` for one that has none. */
export async function activeFile(page: Page): Promise<string> {
  const tab = page.locator('.editor-group-container.active .tab.active');
  return (await tab.getAttribute('data-resource-name')) ?? '';
}

/** Chooses a row of the open quick pick, by the beginning of its label. */
export function choose(page: Page, label: string): Promise<void> {
  return quickPickRow(page, label).click();
}

function quickInput(page: Page): Locator {
  return page.locator(`${QUICK_INPUT} input`).first();
}

/** Accepts a file that a dialog proposes, by its whole path. The proposal comes after the dialog itself. */
export async function acceptFile(page: Page, file: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  await quickInput(page).waitFor();
  while ((await quickInput(page).inputValue()) !== file) {
    if (performance.now() > deadline)
      throw new Error(`Proposed is ${await quickInput(page).inputValue()}, not ${file}.`);
    await page.waitForTimeout(PAUSE_MILLISECONDS);
  }
  await page.keyboard.press('Enter');
}

/** Chooses from the context menu of what a locator finds. */
export async function chooseFromMenu(page: Page, owner: Locator, words: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  const item = page.locator('.context-view .action-label', { hasText: words }).first();
  // A view that is drawn anew and a message that appears close an open menu, or move what was meant: open it anew.
  do {
    await page.keyboard.press('Escape');
    await owner.click({ button: 'right' });
    if (await succeeds(item.click({ timeout: RETRY_MILLISECONDS }))) return;
  } while (performance.now() < deadline);
  throw new Error(`"${words}" is not in the menu.`);
}

/** Shows a view container by the name of its icon in the activity bar. */
export async function showViewContainer(page: Page, name: string): Promise<void> {
  const icon = page.locator(`.activitybar .action-item:has(a[aria-label^=${JSON.stringify(name)}])`).first();
  await icon.waitFor({ timeout: PATIENCE_MILLISECONDS });
  if (!/\bchecked\b/.test((await icon.getAttribute('class')) ?? '')) await icon.click();
}

/** A button of a view's welcome text, by its words. */
export function welcomeButton(page: Page, words: string): Locator {
  return page.locator('.welcome-view-content .monaco-button', { hasText: words });
}

/** The buttons in the title of a view. */
export function viewActions(page: Page): Locator {
  return page.locator('.sidebar .action-label[aria-label]');
}

/** The rows of the tree in the side bar. */
export function treeRows(page: Page): Locator {
  return page.locator('.sidebar .monaco-list-row');
}

/** The messages that are shown in the corner. */
export function messageToast(page: Page): Locator {
  return page.locator('.notification-toast .notification-list-item-message');
}

/** The modal dialog that is open. */
export function dialog(page: Page): Locator {
  return page.locator('.monaco-dialog-box');
}

/** Presses a button of the modal dialog that is open. */
export function answerDialog(page: Page, words: string): Promise<void> {
  return dialog(page).locator('.monaco-button', { hasText: words }).click();
}

/** An item of the status bar that contains these words. */
export function statusItem(page: Page, words: string | RegExp): Locator {
  return page.locator('.statusbar .statusbar-item', { hasText: words });
}
