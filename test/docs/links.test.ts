import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isShipped, withoutPictures } from '../../scripts/shipped.ts';

const root = path.join(import.meta.dirname, '..', '..');
const pages = ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: root })];

/** Names that vsce changes in the package: a link there would lead to nothing. */
const RENAMED = ['README.md', 'CHANGELOG.md', 'LICENSE'];

/** The files that a page leads to, from the top of the project. */
function targetsOf(page: string, text: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.replace(/#.*$/, ''));
  const relative = links.filter((target) => target !== '' && !/^[a-z]+:/.test(target));
  return relative.map((target) => path.join(path.dirname(page), target));
}

describe('links', () => {
  it.each(pages)('of %s lead to files', (page) => {
    const targets = targetsOf(page, readFileSync(path.join(root, page), 'utf8'));
    expect(targets.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it.each(pages.filter((page) => page === 'README.md' || isShipped(page)))('of %s lead to what is packed', (page) => {
    const targets = targetsOf(page, withoutPictures(readFileSync(path.join(root, page), 'utf8')));
    expect(targets.filter((file) => !isShipped(file) || RENAMED.includes(file))).toEqual([]);
  });

  it('are found', () => {
    expect(targetsOf('README.md', readFileSync(path.join(root, 'README.md'), 'utf8')).length).toBeGreaterThan(5);
  });
});
