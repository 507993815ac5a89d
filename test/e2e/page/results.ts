// The results panel, read as assistive technology reads it: by the roles of a table.
import type { Frame, Page } from 'playwright-core';
import { webviewWith } from './webview.ts';

/** What the results panel shows: the names of the columns and the rows on the screen, without the row's number. */
export interface ShownResults {
  readonly frame: Frame;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const CELL = '[role="gridcell"]';
const HEADER = '[role="columnheader"]:not([aria-colindex="1"])';

/** Waits for the results panel of a file, by its name, to show at least one row, and reads it. */
export async function shownResults(page: Page, file: string, title = 'Results'): Promise<ShownResults> {
  await page.locator(`.tab.active[aria-label^=${JSON.stringify(`${title}: ${file}`)}]`).waitFor();
  const frame = await webviewWith(page, CELL);
  const trimmed = (texts: string[]) => texts.map((text) => text.trim());
  const rows: string[][] = [];
  for (const row of await frame.getByRole('row').all()) {
    const cells = trimmed(await row.locator(CELL).allInnerTexts());
    if (cells.length > 0) rows.push(cells);
  }
  return { frame, columns: trimmed(await frame.locator(HEADER).allInnerTexts()), rows };
}
