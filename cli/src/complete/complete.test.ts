import { describe, expect, it } from 'vitest';
import { run } from '../../test/memoryIo.ts';

const text = '{ "sort": [{ "field": "manuf" }] }';

async function itemsAt(character: number) {
  const args = ['complete', '-', '--entity', 'product', '--line', '0', '--character', String(character)];
  const { code, stdout, stderr } = await run(args, { stdin: text });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout).items;
}

describe('complete', () => {
  it('offers what the editor would, with what it replaces', async () => {
    const items = await itemsAt(28);
    const manufacturer = items.find(({ label }: { label: string }) => label === 'manufacturer');
    expect(Object.keys(manufacturer)).toEqual([
      'label',
      'kind',
      'detail',
      'documentation',
      'insertText',
      'snippet',
      'range',
    ]);
    expect(manufacturer).toMatchObject({
      kind: 'association',
      range: { start: { line: 0, character: 23 }, end: { line: 0, character: 28 } },
    });
  });

  it.each([
    [['complete', '-', '--character', '0'], "required option '--line <number>' not specified"],
    [['complete', '-', '--line', 'x', '--character', '0'], 'It must be a whole number from 0 on.'],
    [['complete', 'none', '--line', '0', '--character', '0'], 'There is no file none.'],
  ])('cannot: %j', async (args, reason) => {
    const { code, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
  });
});
