// A refusal that the checks did not foresee: it says so, and a report of it can be copied.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoShop } from '../../demo/src/index.ts';
import { inSteps, openSampleWorkspace, picture } from './context.ts';
import { errorMarks, problems } from './page/editor.ts';
import { webviewWith } from './page/webview.ts';
import { answerDialog, messageToast, openFile, runCommand } from './page/workbench.ts';

const file = 'many.product.swcriteria.json';

test('a refusal that the checks did not foresee', async (t) => {
  const shop = await startDemoShop({ port: 0 });
  t.after(() => shop.close());
  // The editor's processes get it from this one.
  process.env.REPORT_SHOP_SECRET = shop.clientSecret;
  const admin = { clientId: shop.clientId, clientSecret: `\${env:REPORT_SHOP_SECRET}` };
  // Wrong, so that the checks expect less of the shop than it does.
  const limits = { admin: 1000 };
  const configuration = { defaultShop: 'team', shops: { team: { url: shop.url, admin, limits } } };
  const { page } = await openSampleWorkspace(t, {
    files: { 'swcriteria.config.json': JSON.stringify(configuration), [file]: '{ "limit": 700 }\n' },
  });

  await inSteps(t, page, {
    'says that it is one, at its place': async () => {
      await openFile(page, file);
      await runCommand(page, 'Shopware: Run Criteria');
      await answerDialog(page, 'Connect');
      await errorMarks(page).first().waitFor();
      const sentences = await problems(page, 'did not foresee this');
      assert.ok(sentences.some((sentence) => sentence.includes('MAX_LIMIT')));
    },

    'and is put on the clipboard as a report without the address of the shop': async () => {
      const frame = await webviewWith(page, 'swcriteria-failure vscode-button');
      await picture(page, 'unforeseen');
      await frame.getByText('Copy Report').click();
      await messageToast(page).filter({ hasText: 'The report is on the clipboard' }).waitFor();
      const report = await page.evaluate<string>('navigator.clipboard.readText()');
      assert.match(report, /POST \/api\/search\/product\n/);
      assert.match(report, /FRAMEWORK__QUERY_LIMIT_EXCEEDED/);
      assert.ok(!report.includes(new URL(shop.url).host));
    },
  });
});
