import { t } from '@vscode/l10n';
import { window } from 'vscode';
import type { DemoShop } from './demoShop.ts';
import type { Sessions } from './sessions.ts';

/** The one route of the demo shop that no Shopware has. */
const resetRoute = '/api/_action/demo-shop/reset';

/** The parts that restoring the demo shop needs. */
export interface ResetParts {
  readonly demo: DemoShop;
  readonly sessions: Sessions;
}

/** Restores all rows of the demo shop that runs; one that does not run has nothing to restore. */
export async function resetDemoShop({ demo, sessions }: ResetParts): Promise<void> {
  if (demo.entry === undefined) {
    window.showInformationMessage(t('The demo shop is not running. It has all its rows when it starts.'));
    return;
  }
  const shop = await sessions.open(demo.entry, 'admin', 'ask');
  await shop.send({ api: 'admin', path: resetRoute });
  window.showInformationMessage(t('All rows of the demo shop are as they were at the start.'));
}
