import { t } from '@vscode/l10n';
import { ProgressLocation, window } from 'vscode';
import { openSample } from '../newCriteria.ts';
import type { DemoShop } from './demoShop.ts';
import type { Schemas } from './schemas.ts';
import type { Shops } from './shops.ts';

/** The parts that opening the demo shop needs. */
export interface DemoParts {
  readonly demo: DemoShop;
  readonly shops: Shops;
  readonly schemas: Schemas;
}

/** Starts the demo shop, connects to it, and opens a criteria that can be run at once. */
export async function openDemoShop({ demo, shops, schemas }: DemoParts): Promise<void> {
  const progress = { location: ProgressLocation.Window, title: t('Starting the demo shop…') };
  await window.withProgress(progress, async () => {
    const entry = await demo.start();
    await schemas.refresh(entry, 'ask');
    await shops.use(entry);
  });
  await openSample();
}
