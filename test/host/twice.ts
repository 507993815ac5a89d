// One more try for tests in a real VS Code: a click or a focus that is lost on a busy machine is no fault of the product.

/**
 * Runs the tests of these names; if any failed, those once more, in a VS Code of their own. Returns what failed both
 * times, and says what passed only the second time.
 *
 * @param attempt runs tests and returns the names of those that failed
 */
export async function twice(
  names: readonly string[],
  attempt: (names: readonly string[]) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const failed = await attempt(names);
  if (failed.length === 0) return [];
  console.log(`\nFailed, and tried once more in a fresh VS Code: ${failed.join(', ')}`);
  const again = await attempt(failed);
  const flaky = failed.filter((name) => !again.includes(name));
  if (flaky.length > 0) console.log(`\nFLAKY, passed only the second time: ${flaky.join(', ')}`);
  return again;
}
