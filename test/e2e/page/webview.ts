// What is shown inside a webview: a page in a page in the workbench.
import type { Frame, Page } from 'playwright-core';

const PATIENCE_MILLISECONDS = 30_000;
const PAUSE_MILLISECONDS = 100;

async function shown(frame: Frame): Promise<boolean> {
  for (let inner: Frame | null = frame; inner?.parentFrame(); inner = inner.parentFrame()) {
    if (!(await (await inner.frameElement()).isVisible())) return false;
  }
  return true;
}

async function holds(frame: Frame, selector: string): Promise<boolean> {
  return (await frame.locator(selector).count()) > 0 && (await shown(frame));
}

/** The frame of the webview on the screen that holds `selector`, waited for. Shadow roots are looked into. */
export async function webviewWith(page: Page, selector: string): Promise<Frame> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  while (performance.now() < deadline) {
    for (const frame of page.frames()) {
      // A frame may go away while it is asked: webviews are built in several steps.
      if (await holds(frame, selector).catch(() => false)) return frame;
    }
    await page.waitForTimeout(PAUSE_MILLISECONDS);
  }
  const frames = page.frames().map((frame) => frame.url());
  throw new Error(`No webview shows ${selector}. Frames: ${frames.join(', ')}`);
}
