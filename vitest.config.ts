import { defineConfig } from 'vitest/config';

// jsonc-parser's `main` is UMD, whose named exports Node cannot see: let the bundler resolve its ES module.
const inline = { deps: { inline: ['jsonc-parser'] } };

// Enough for a slow machine: nothing here is measured by the clock.
const testTimeout = 30_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{server,shop,demo,cli,client}/src/**/*.test.ts', 'test/{recorded,docs,l10n}/**/*.test.ts'],
          setupFiles: ['test/seed.ts'],
          testTimeout,
          server: inline,
        },
      },
      {
        test: {
          name: 'built',
          include: ['test/{protocol,cli,shop}/**/*.test.ts'],
          testTimeout,
          server: inline,
        },
      },
    ],
  },
});
