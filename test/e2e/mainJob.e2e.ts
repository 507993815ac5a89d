// The main job, as a person does it: from an empty VS Code to rows in the results panel.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSteps, openSampleWorkspace, picture } from './context.ts';
import { openDemoShop, runActiveCriteria } from './journey.ts';
import {
  applyFix,
  completions,
  errorMarks,
  placeCursorBehind,
  problems,
  replaceText,
  shownText,
  suggestion,
  suggestions,
  type,
} from './page/editor.ts';
import { shownResults } from './page/results.ts';
import { choose, openFile, runCommand, statusItem, treeRows } from './page/workbench.ts';

const sample = 'in-stock.product.swcriteria.json';

const broken = `// @entity product
{
  "limit": 5,
  "filter": [{ "type": "contains", "field": "manufacturre.name", "value": "o" }]
}
`;

test('from an empty VS Code to rows', async (t) => {
  const { page } = await openSampleWorkspace(t);
  await inSteps(t, page, {
    'the welcome text opens the demo shop, and the tree shows it': async () => {
      await openDemoShop(page);
      await statusItem(page, /6\.7/).waitFor();
      assert.ok((await treeRows(page).allInnerTexts()).some((row) => /demo/i.test(row)));
    },

    'New Criteria… asks for the entity and opens an editor with the list of filters': async () => {
      await runCommand(page, 'Shopware: New Criteria…');
      await choose(page, 'product');
      await suggestions(page).first().waitFor();
      assert.match(await shownText(page), /@entity product/);
      await page.keyboard.press('Escape');
    },

    'the completion list offers the fields of the entity inside a string': async () => {
      await replaceText(page, '// @entity product\n');
      await type(page, '{ "sort": [{ "field": "manuf');
      const offered = await completions(page, 'manufacturer');
      await picture(page, 'completion');
      assert.ok(offered.length > 1);
      await suggestion(page, 'manufacturer').click();
      assert.match(await shownText(page), /"field": "manufacturer/);
    },

    'a field that does not exist is marked, and says what was meant': async () => {
      await replaceText(page, broken);
      await errorMarks(page).first().waitFor();
      const sentences = await problems(page, 'manufacturre');
      assert.ok(sentences.some((sentence) => /Did you mean "manufacturer"\?/.test(sentence)));
      await picture(page, 'error');
    },

    'its fix mends it': async () => {
      await placeCursorBehind(page, 'manufactur');
      await applyFix(page, 'Change to "manufacturer.name"');
      await errorMarks(page).first().waitFor({ state: 'detached' });
      assert.match(await shownText(page), /"manufacturer\.name"/);
    },

    'Run Criteria shows the rows in the results panel': async () => {
      const { rows } = await runActiveCriteria(page);
      assert.equal(rows.length, 5);
    },

    'a file of the workspace has results of its own beside it': async () => {
      await runCommand(page, 'View: Hide Panel');
      await openFile(page, sample);
      const { columns, rows } = await runActiveCriteria(page);
      assert.ok(rows.length > 5);
      assert.ok(columns.includes('productNumber'));
    },

    'which stay while the file is edited further': async () => {
      await placeCursorBehind(page, '"stock');
      await type(page, 's');
      await errorMarks(page).first().waitFor();
      await placeCursorBehind(page, '"ASC" }');
      await type(page, ', { "field": "manufacturer.');
      await completions(page, 'link');
      await picture(page, 'overview');
      const { rows } = await shownResults(page, sample);
      assert.ok(rows.length > 5);
    },
  });
});
