// A workspace that is not trusted: the editor helps, and nothing of the workspace leads to a request.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSteps, openSampleWorkspace, picture } from './context.ts';
import { openDemoShop } from './journey.ts';
import { errorMarks, problems } from './page/editor.ts';
import { openFile, statusItem } from './page/workbench.ts';

test('in an untrusted workspace', async (t) => {
  const { page } = await openSampleWorkspace(t, { trusted: false, theme: 'light' });
  await inSteps(t, page, {
    'VS Code is in restricted mode': async () => {
      await statusItem(page, 'Restricted Mode').waitFor();
    },

    'a criteria file is checked': async () => {
      await openFile(page, 'to-mend.product.swcriteria.json');
      await errorMarks(page).first().waitFor();
      const sentences = await problems(page, 'manufacturre');
      assert.ok(sentences.length >= 3);
      await picture(page, 'untrusted');
    },

    'the demo shop, which is the person’s own wish, opens': async () => {
      await openDemoShop(page);
    },
  });
});
