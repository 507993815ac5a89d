// A small test runner for inside VS Code: says each test and how it went, in the console and in a report file.
import { appendFile } from 'node:fs/promises';

/** The environment variable that names the file which the results are appended to, line by line. */
export const REPORT_VARIABLE = 'SWCRITERIA_SUITE_REPORT';

/** Tests by what they show, in the order in which they run. */
export type Tests = Readonly<Record<string, () => Promise<void>>>;

const LIMIT_MILLISECONDS = 60_000;

/** A command that waits for a person would keep the whole suite waiting. */
async function limited(test: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done in ${LIMIT_MILLISECONDS / 1000} s.`)), LIMIT_MILLISECONDS);
  });
  await Promise.race([test(), tooLong]).finally(() => clearTimeout(timer));
}

async function say(line: string): Promise<void> {
  console.log(line);
  const file = process.env[REPORT_VARIABLE];
  if (file !== undefined) await appendFile(file, `${line}\n`);
}

/** Runs all tests, goes on after a failed one, and throws in the end when any failed. */
export async function runAll(tests: Tests): Promise<void> {
  const all = Object.entries(tests);
  let failed = 0;
  for (const [title, test] of all) {
    try {
      await limited(test);
      await say(`✓ ${title}`);
    } catch (error) {
      failed++;
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      await say(`✗ ${title}\n  ${why.replaceAll('\n', '\n  ')}`);
    }
  }
  await say(`${all.length - failed} of ${all.length} passed`);
  if (failed > 0) throw new Error(`${failed} of ${all.length} tests in the extension host failed.`);
}
