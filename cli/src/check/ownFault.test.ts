import { describe, expect, it, vi } from 'vitest';
import { run } from '../../test/memoryIo.ts';

/** No file is known that makes a rule throw. */
vi.mock(import('../../../server/src/rules/index.ts'), async (original) => {
  const rules = await original();
  const meta = { code: 'unknown-key', severity: 'warning', description: 'One that throws.' } as const;
  const shaped = ({ name }: { readonly name: string | undefined }): void => {
    if (name === 'tax') throw new Error('The tax is too high');
  };
  return { ...rules, RULES: [...rules.RULES, { meta, create: () => ({ shaped }) }] };
});

const typo = '{ "limit": 5, "post-fitler": [] }';
const faulty = '{ "limit": 5, "associations": { "tax": {} } }';
const files = {
  'a.product.swcriteria.json': typo,
  'b.product.swcriteria.json': faulty,
  'c.product.swcriteria.json': typo,
};
const line =
  'swcriteria: b.product.swcriteria.json could not be checked. ' +
  'This is a bug in swcriteria itself: The tax is too high.\n';

describe('a file that the program itself fails on', () => {
  it('is named on stderr, and the others are reported', async () => {
    const { code, stdout, stderr } = await run(['check', '--format', 'json'], { files });
    const { files: reports, summary } = JSON.parse(stdout);
    expect(reports.map(({ file }: { file: string }) => file)).toEqual([
      'a.product.swcriteria.json',
      'c.product.swcriteria.json',
    ]);
    expect(summary).toMatchObject({ files: 2, warnings: 2 });
    expect(stderr).toBe(line);
    expect(code).toBe(2);
  });

  it('counts whatever --fail-on says, and is not among the files that were checked', async () => {
    const { code, stdout, stderr } = await run(['check', '--fail-on', 'never'], { files });
    expect(stdout).toContain('2 files checked: 0 errors, 2 warnings.');
    expect(stderr).toBe(line);
    expect(code).toBe(2);
  });

  it('ends a command about it alone', async () => {
    const { code, stdout, stderr } = await run(['check', 'b.product.swcriteria.json'], { files });
    expect(stdout).toContain('0 files checked');
    expect({ code, stderr }).toEqual({ code: 2, stderr: line });
  });
});
