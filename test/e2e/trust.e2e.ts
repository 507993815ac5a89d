// A workspace that is not trusted: the editor helps, and nothing of the workspace leads to a request.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSteps, openSampleWorkspace, picture } from './context.ts';
import { openDemoShop } from './journey.ts';
import { errorMarks, problems } from './page/editor.ts';
import { webviewWith } from './page/webview.ts';
import { answerDialog, dialog, messageToast, openFile, runCommand, statusItem, treeRows } from './page/workbench.ts';
import { watchShop } from './watchedShop.ts';

test('in an untrusted workspace', async (t) => {
  const shop = await watchShop();
  t.after(shop.close);
  const configuration = {
    defaultShop: 'watched',
    shops: { watched: { url: shop.url, admin: { clientId: 'SWIAWATCHED', clientSecret: `\${env:PATH}` } } },
  };
  const files = {
    'swcriteria.config.json': JSON.stringify(configuration),
    'theirs.product.swcriteria.json': '// @shop watched\n{ "limit": 1 }\n',
  };
  const { page } = await openSampleWorkspace(t, { trusted: false, theme: 'light', files });

  await inSteps(t, page, {
    'VS Code is in restricted mode': async () => {
      await statusItem(page, 'Restricted Mode').waitFor();
    },

    'a criteria file is checked, against the bundled schema': async () => {
      await openFile(page, 'to-mend.product.swcriteria.json');
      await errorMarks(page).first().waitFor();
      const sentences = await problems(page, 'manufacturre');
      assert.equal(sentences.filter((sentence) => sentence.includes('Did you mean')).length, 3);
      await statusItem(page, 'bundled schema').waitFor();
      await picture(page, 'untrusted');
    },

    'the demo shop, which is the person’s own wish, opens, and no shop of the workspace stands beside it': async () => {
      await openDemoShop(page);
      assert.deepEqual(
        (await treeRows(page).allInnerTexts()).filter((row) => row.includes('watched')),
        [],
      );
    },

    'a file that names a shop of the workspace is not sent anywhere': async () => {
      await openFile(page, 'theirs.product.swcriteria.json');
      await runCommand(page, 'Shopware: Run Criteria');
      await messageToast(page).first().waitFor();
      await picture(page, 'untrusted-run');
      assert.deepEqual(shop.requests, []);
    },
  });
});

test('in a trusted workspace the first request to a shop of the workspace waits for a confirmation', async (t) => {
  const shop = await watchShop();
  t.after(shop.close);
  const files = {
    'swcriteria.config.json': JSON.stringify({
      shops: { watched: { url: shop.url, admin: { clientId: 'SWIAWATCHED' } } },
    }),
    'ours.product.swcriteria.json': '// @shop watched\n{ "limit": 1 }\n',
  };
  const { page } = await openSampleWorkspace(t, { files });
  await inSteps(t, page, {
    'Run Criteria asks first': async () => {
      await openFile(page, 'ours.product.swcriteria.json');
      await runCommand(page, 'Shopware: Run Criteria');
      await dialog(page).waitFor();
      await picture(page, 'confirmation');
      // Opening the file alone is no reason to talk about the connection.
      assert.equal(await messageToast(page).count(), 0);
      assert.match((await dialog(page).textContent()) ?? '', new RegExp(shop.url));
      assert.deepEqual(shop.requests, []);
    },

    'and sends nothing when the answer is no': async () => {
      await answerDialog(page, 'Cancel');
      await webviewWith(page, '[role="alert"]');
      assert.deepEqual(shop.requests, []);
    },
  });
});
