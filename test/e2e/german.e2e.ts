// VS Code in German: what the manifest, the language server, the extension and the results panel show.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSteps, openSampleWorkspace, picture } from './context.ts';
import { applyFix, errorMarks, lens, placeCursorBehind, problems, shownText } from './page/editor.ts';
import { shownResults } from './page/results.ts';
import {
  names,
  openFile,
  runCommand,
  showViewContainer,
  statusItem,
  treeRows,
  viewActions,
  welcomeButton,
} from './page/workbench.ts';

const sample = 'in-stock.product.swcriteria.json';

test('in German', async (t) => {
  const { page } = await openSampleWorkspace(t, { language: 'de' });
  await inSteps(t, page, {
    'the view welcomes, and its buttons say what they do': async () => {
      await showViewContainer(page, 'Shopware');
      await welcomeButton(page, 'Demo-Shop öffnen').waitFor();
      await picture(page, 'german-welcome');
      await welcomeButton(page, 'Demo-Shop öffnen').click();
      await treeRows(page).filter({ hasText: 'category' }).first().waitFor();
      await statusItem(page, /Schemastand \d\d:\d\d/).waitFor();
      assert.ok((await names(viewActions(page))).includes('Entitäten filtern…'));
    },

    'a mistake is marked, explained and mended': async () => {
      await openFile(page, 'to-mend.product.swcriteria.json');
      await errorMarks(page).nth(2).waitFor();
      const sentences = await problems(page, 'manufacturre');
      assert.ok(sentences.some((sentence) => sentence.includes('Den Filtertyp „equal“ gibt es nicht.')));
      assert.ok(sentences.some((sentence) => sentence.includes('Ist „manufacturer“ gemeint?')));
      await picture(page, 'german-problems');
      await placeCursorBehind(page, 'manufacturre');
      await applyFix(page, 'In „manufacturer.name“ ändern');
      await errorMarks(page).nth(2).waitFor({ state: 'detached' });
      assert.match(await shownText(page), /"manufacturer\.name"/);
    },

    'the results speak German, and write numbers as it does': async () => {
      await runCommand(page, 'View: Hide Panel');
      await openFile(page, sample);
      await runCommand(page, 'Shopware: Criteria ausführen');
      const { frame, rows } = await shownResults(page, sample, 'Ergebnisse');
      assert.ok(rows.length > 5);
      assert.equal(await frame.locator('html').getAttribute('lang'), 'de');
      const head = await frame.getByRole('status').innerText();
      assert.match(head, /25 von \d+ Datensätzen/);
      assert.match(head, /\d,\d KB/);
      await frame.getByRole('tab', { name: 'Anfrage' }).waitFor();
      await lens(page, 'Auf demo ausführen').waitFor();
      await picture(page, 'german-results');
    },
  });
});
