// A criteria for the Store API of a shop without an access key: the sales channels are offered by their names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoShop } from '../../demo/src/index.ts';
import { inSteps, openSampleWorkspace, picture } from './context.ts';
import { shownText } from './page/editor.ts';
import { shownResults } from './page/results.ts';
import { answerDialog, choose, openFile, quickPickRow, runCommand } from './page/workbench.ts';

const file = 'window.product.swcriteria.json';

test('the Store API of a shop without an access key', async (t) => {
  const shop = await startDemoShop({ port: 0 });
  t.after(() => shop.close());
  // The editor's processes get it from this one.
  process.env.CHANNEL_SHOP_SECRET = shop.clientSecret;
  const admin = { clientId: shop.clientId, clientSecret: `\${env:CHANNEL_SHOP_SECRET}` };
  const configuration = { defaultShop: 'team', shops: { team: { url: shop.url, admin } } };
  const { page } = await openSampleWorkspace(t, {
    theme: 'light',
    files: { 'swcriteria.config.json': JSON.stringify(configuration), [file]: '// @api store\n{ "limit": 7 }\n' },
  });
  const name = 'Recorded Headless';

  await inSteps(t, page, {
    'offers the sales channels by their names': async () => {
      await openFile(page, file);
      await runCommand(page, 'Shopware: Run Criteria');
      await answerDialog(page, 'Connect');
      await quickPickRow(page, name).waitFor();
      await picture(page, 'sales-channels');
    },

    'uses the one that is chosen': async () => {
      await choose(page, name);
      const { rows } = await shownResults(page, file);
      assert.equal(rows.length, 7);
    },

    'and keeps its key where the shop is described': async () => {
      await openFile(page, 'swcriteria.config.json');
      assert.ok((await shownText(page)).includes(shop.accessKey));
    },
  });
});
