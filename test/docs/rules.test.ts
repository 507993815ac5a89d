import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/src/rules/index.ts';
import { examplesOf, problemsIn, regenerated } from './rulePage.ts';

const FOLDER = path.join(import.meta.dirname, '..', '..', 'docs', 'rules');

describe('docs/rules', () => {
  it('has a page for every rule, and no other', () => {
    const pages = readdirSync(FOLDER).filter((file) => file !== 'README.md');
    expect(pages.sort()).toEqual(RULES.map(({ meta }) => `${meta.code}.md`).sort());
  });

  it('lists every rule once in its README', async () => {
    const file = path.join(FOLDER, 'README.md');
    const rows = RULES.map(
      ({ meta }) => `| [${meta.code}](${meta.code}.md) | ${meta.severity} | ${meta.description} |`,
    );
    const table = ['| rule | severity | finds |', '| --- | --- | --- |', ...rows].join('\n');
    const text = readFileSync(file, 'utf8');
    const current = text.replace(
      /<!-- generated: rules -->\n.*?<!-- end -->/s,
      () => `<!-- generated: rules -->\n${table}\n<!-- end -->`,
    );
    await expect(current).toMatchFileSnapshot(file);
  });

  it('says of every rule which row of the reference it came from', () => {
    const [, rows = ''] = readFileSync(path.join(FOLDER, 'README.md'), 'utf8').split('## Where each row');
    const named = new Set(rows.match(/[a-z]+(-[a-z]+)+/g));
    expect(RULES.map(({ meta }) => meta.code).filter((code) => !named.has(code))).toEqual([]);
  });

  it.each(RULES.map(({ meta }) => meta))('$code: the page says what the rule does', async (meta) => {
    const file = path.join(FOLDER, `${meta.code}.md`);
    const page = readFileSync(file, 'utf8');
    await expect(regenerated(page, meta)).toMatchFileSnapshot(file);
    const wrong = examplesOf(page, 'wrong');
    const right = examplesOf(page, 'right');
    expect(wrong.length).toBeGreaterThan(0);
    expect(right.length).toBeGreaterThan(0);
    for (const text of wrong) expect(problemsIn(text, meta.code), text).not.toEqual([]);
    for (const text of right) expect(problemsIn(text, meta.code), text).toEqual([]);
  });
});
