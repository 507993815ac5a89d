// The suite that VS Code's extension host runs: the installed extension as VS Code sees it.
import { activationTests } from './activation.ts';
import { languageTests } from './language.ts';
import { readingTests } from './reading.ts';
import { runAll } from './report.ts';
import { shopTests } from './shop.ts';

/** Called by VS Code; rejects when any test failed. */
export function run(): Promise<void> {
  return runAll({ ...activationTests, ...languageTests, ...readingTests, ...shopTests });
}
