import { expect, it } from 'vitest';
import type { FolderEntry } from '../io/io.ts';
import { walkFolder } from './findCriteriaFiles.ts';

it('walks a folder with more files than a call takes arguments', async () => {
  const below: FolderEntry[] = Array.from({ length: 200_000 }, (_, index) => ({ name: `${index}.json`, kind: 'file' }));
  const list = async (folder: string): Promise<readonly FolderEntry[]> =>
    folder === '/work' ? [{ name: 'many', kind: 'folder' }] : below;
  const found = await walkFolder('/work', { list });
  expect(found).toHaveLength(200_000);
  expect(found.at(-1)).toBe('many/199999.json');
});
