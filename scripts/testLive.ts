// The contract tests against a real shop: npm run test:live -- --url https://shop.example.com
// Credentials come from the environment, see docs/real-shop.md. They only read.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.dirname(import.meta.dirname);
const { values } = parseArgs({ options: { url: { type: 'string' }, insecure: { type: 'boolean' } } });
const needed = ['SWCRITERIA_CLIENT_ID', 'SWCRITERIA_CLIENT_SECRET'];
const missing = needed.filter((name) => !process.env[name]);

if (values.url === undefined) {
  console.log('SKIPPED: no shop. Name one with --url; docs/real-shop.md says how to start one.');
} else if (!URL.canParse(values.url)) {
  console.error(`"${values.url}" is not an address: name the shop with its scheme, such as http://localhost:8000.`);
  process.exitCode = 2;
} else if (missing.length > 0) {
  console.error(`Not set: ${missing.join(', ')}. docs/real-shop.md says where they come from.`);
  process.exitCode = 2;
} else {
  const { status } = spawnSync('vitest', ['run', '--project', 'built', 'test/shop/contract.test.ts'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      SWCRITERIA_LIVE_URL: values.url,
      ...(values.insecure && { SWCRITERIA_INSECURE: '1' }),
    },
  });
  process.exitCode = status ?? 1;
}
