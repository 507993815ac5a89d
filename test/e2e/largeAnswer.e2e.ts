// An answer that is larger than the results show: it goes into a file, or the limit is lifted.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { startDemoShop } from '../../demo/src/index.ts';
import { inSteps, openSampleWorkspace, picture } from './context.ts';
import { shownResults } from './page/results.ts';
import { webviewWith } from './page/webview.ts';
import { acceptFile, answerDialog, messageToast, openFile, runCommand } from './page/workbench.ts';

/** More than the shop puts on a page. */
const products = 1000;
/** The shop's own limit, and more than 1 MB of products. */
const rowsOfPage = 500;
const file = 'all.product.swcriteria.json';

test('an answer that is larger than the results show', async (t) => {
  const shop = await startDemoShop({ port: 0, products });
  t.after(() => shop.close());
  // The editor's processes get it from this one.
  process.env.LARGE_SHOP_SECRET = shop.clientSecret;
  const admin = { clientId: shop.clientId, clientSecret: `\${env:LARGE_SHOP_SECRET}` };
  const configuration = { defaultShop: 'large', shops: { large: { url: shop.url, admin } } };
  const { page, url } = await openSampleWorkspace(t, {
    settings: { 'swcriteria.results.maximumSize': 1 },
    files: { 'swcriteria.config.json': JSON.stringify(configuration), [file]: '{ "sort": [{ "field": "id" }] }\n' },
  });
  const saved = path.join(new URL(url).searchParams.get('folder') ?? '', 'all.product.answer.json');

  await inSteps(t, page, {
    'is said to be one, with what can be done': async () => {
      await openFile(page, file);
      await runCommand(page, 'Shopware: Run Criteria');
      await answerDialog(page, 'Connect');
      await messageToast(page).filter({ hasText: 'larger than 1 MB' }).waitFor();
      const frame = await webviewWith(page, 'swcriteria-failure vscode-button');
      const buttons = await frame.locator('swcriteria-failure vscode-button').allInnerTexts();
      await picture(page, 'large-answer');
      assert.deepEqual(
        buttons.map((words) => words.trim()),
        ['Save to File…', 'Lift the Limit'],
      );
    },

    'goes into a file beside the criteria, as the shop sends it': async () => {
      const frame = await webviewWith(page, 'swcriteria-failure vscode-button');
      await frame.getByText('Save to File…').click();
      await acceptFile(page, saved);
      await messageToast(page).filter({ hasText: 'were written to all.product.answer.json' }).waitFor();
      await picture(page, 'large-answer-saved');
      assert.equal(JSON.parse(await readFile(saved, 'utf8')).data.length, rowsOfPage);
    },

    'is shown all the same when the limit is lifted': async () => {
      const frame = await webviewWith(page, 'swcriteria-failure vscode-button');
      await frame.getByText('Lift the Limit').click();
      const { rows } = await shownResults(page, file);
      assert.ok(rows.length > 5);
    },
  });
});
