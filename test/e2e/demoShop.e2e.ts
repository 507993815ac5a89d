// The demo shop's rows are restored from the menu of the shop.
import { test } from 'node:test';
import { inSteps, openSampleWorkspace, picture } from './context.ts';
import { openDemoShop } from './journey.ts';
import { chooseFromMenu, messageToast, runCommand, treeRows } from './page/workbench.ts';

test('the demo shop', async (t) => {
  const { page } = await openSampleWorkspace(t, { theme: 'light' });
  const restored = messageToast(page).filter({ hasText: 'All rows of the demo shop are as they were at the start.' });
  await inSteps(t, page, {
    'has nothing to restore while it does not run': async () => {
      await runCommand(page, 'Shopware: Reset Demo Shop');
      await messageToast(page).filter({ hasText: 'The demo shop is not running.' }).waitFor();
    },

    'is restored from its menu': async () => {
      await openDemoShop(page);
      await chooseFromMenu(page, treeRows(page).filter({ hasText: 'demo' }).first(), 'Reset Demo Shop');
      await restored.waitFor();
      await picture(page, 'demo-shop-reset');
    },
  });
});
