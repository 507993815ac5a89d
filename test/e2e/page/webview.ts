// What is shown inside a webview: a page in a page in the workbench.
import type { Frame, Page } from 'playwright-core';

const PATIENCE_MILLISECONDS = 30_000;
const PAUSE_MILLISECONDS = 100;

/** The frame of the webview that holds `selector`, waited for. Shadow roots are looked into. */
export async function webviewWith(page: Page, selector: string): Promise<Frame> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  while (performance.now() < deadline) {
    for (const frame of page.frames()) {
      // A frame may go away while it is asked: webviews are built in several steps.
      const count = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (count > 0) return frame;
    }
    await page.waitForTimeout(PAUSE_MILLISECONDS);
  }
  const frames = page.frames().map((frame) => frame.url());
  throw new Error(`No webview shows ${selector}. Frames: ${frames.join(', ')}`);
}
