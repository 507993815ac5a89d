// The window is reloaded while results are shown: they come back where they stood, and are asked for again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSteps, openSampleWorkspace, picture } from './context.ts';
import { openDemoShop, runActiveCriteria } from './journey.ts';
import { shownResults } from './page/results.ts';
import { webviewWith } from './page/webview.ts';
import { openFile, runCommand } from './page/workbench.ts';

const sample = 'in-stock.product.swcriteria.json';

test('results after the window was reloaded', async (t) => {
  const { page } = await openSampleWorkspace(t);
  const groups = page.locator('.editor-group-container');
  await inSteps(t, page, {
    'stand beside the criteria': async () => {
      await openDemoShop(page);
      await openFile(page, sample);
      await runActiveCriteria(page);
      assert.equal(await groups.count(), 2);
    },

    'come back in their place': async () => {
      await runCommand(page, 'Developer: Reload Window');
      const frame = await webviewWith(page, '.waiting');
      await picture(page, 'reloaded');
      assert.match(await frame.locator('.waiting').innerText(), /window was reloaded/);
      assert.equal(await groups.count(), 2);
    },

    'and are asked for again at a click': async () => {
      const frame = await webviewWith(page, '.waiting');
      await frame.getByRole('button', { name: 'Run Again' }).click();
      const { rows } = await shownResults(page, sample);
      assert.ok(rows.length > 5);
      assert.equal(await groups.count(), 2);
    },
  });
});
