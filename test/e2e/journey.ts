// The way from an empty VS Code to the first rows: what the end-to-end tests check and what the demo shows.
import type { Page } from 'playwright-core';
import { type ShownResults, shownResults } from './page/results.ts';
import { activeFile, runCommand, showViewContainer, treeRows, welcomeButton } from './page/workbench.ts';

const PATIENCE_MILLISECONDS = 30_000;

/** Opens the demo shop from the welcome text of the view *Shops* and waits until the tree shows the shop's entities. */
export async function openDemoShop(page: Page): Promise<void> {
  await showViewContainer(page, 'Shopware');
  await welcomeButton(page, 'Open Demo Shop').click({ timeout: PATIENCE_MILLISECONDS });
  await treeRows(page).filter({ hasText: 'category' }).first().waitFor({ timeout: PATIENCE_MILLISECONDS });
}

/** Runs the criteria in the active editor and waits for its rows in the results panel. */
export async function runActiveCriteria(page: Page): Promise<ShownResults> {
  const file = await activeFile(page);
  await runCommand(page, 'Shopware: Run Criteria');
  return shownResults(page, file);
}
