// What a person does and sees in the text editor.
import type { Locator, Page } from 'playwright-core';
import { names, RETRY_MILLISECONDS, visible } from './workbench.ts';

const SUGGESTION = '.suggest-widget.visible .monaco-list-row';
const PATIENCE_MILLISECONDS = 20_000;

/** The text editor that has, or last had, the focus. */
export function activeEditor(page: Page): Locator {
  return page.locator('.editor-group-container.active .editor-instance');
}

/** The lines that the editor shows, without the indentation of wrapped ones. */
export async function shownText(page: Page): Promise<string> {
  const lines = await activeEditor(page).locator('.view-line').allInnerTexts();
  return lines.map((line) => line.replaceAll('\u00a0', ' ')).join('\n');
}

/**
 * Puts the cursor behind the first occurrence of `text`. The setting `editor.find.cursorMoveOnType` is off, so that the
 * first Enter finds the first occurrence and not the second.
 */
export async function placeCursorBehind(page: Page, text: string): Promise<void> {
  await activeEditor(page).locator('.view-line').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  await activeEditor(page).locator('.find-widget textarea').first().fill(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
}

/** Replaces the whole text of the editor in one edit, as pasting does. */
export async function replaceText(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Types, one key after the other, as a person does: the editor completes and closes brackets on the way. */
export function type(page: Page, text: string): Promise<void> {
  return page.keyboard.type(text, { delay: 20 });
}

/** The names in the completion list, once `expected` is among them; asks for the list where it is not open. */
export async function completions(page: Page, expected: string): Promise<string[]> {
  const row = suggestion(page, expected);
  if ((await suggestions(page).count()) === 0) await page.keyboard.press('Control+Space');
  await row.waitFor({ timeout: PATIENCE_MILLISECONDS });
  return names(suggestions(page));
}

/** The open completion list: its rows, whatever they are. */
export function suggestions(page: Page): Locator {
  return page.locator(SUGGESTION);
}

/** A row of the open completion list, by the beginning of its name. */
export function suggestion(page: Page, label: string): Locator {
  return page.locator(`${SUGGESTION}[aria-label^=${JSON.stringify(label)}]`).first();
}

/** The marks under faulty text. */
export function errorMarks(page: Page): Locator {
  return activeEditor(page).locator('.squiggly-error');
}

/** The sentences of the *Problems* view, once there is one that contains `expected`. */
export async function problems(page: Page, expected: string): Promise<string[]> {
  await page.keyboard.press('Control+Shift+M');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.filter({ hasText: expected }).first().waitFor({ timeout: PATIENCE_MILLISECONDS });
  return names(rows);
}

/** Applies the quick fix with this title at the cursor. Text that moves closes the list of fixes: it is opened anew. */
export async function applyFix(page: Page, title: string): Promise<void> {
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  do {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
  } while (!(await visible(fix, RETRY_MILLISECONDS)) && performance.now() < deadline);
  await fix.click({ timeout: RETRY_MILLISECONDS });
}

/** The lens above the text with these words. */
export function lens(page: Page, words: string): Locator {
  return activeEditor(page).locator('.codelens-decoration a', { hasText: words }).first();
}
