import { describe, expect, it } from 'vitest';
import { complete } from '../../server/src/features/completion/complete.ts';
import type { Completion } from '../../server/src/features/completion/completion.ts';
import { editor } from '../../server/src/features/testing/editor.ts';
import { bundledSchema } from '../../server/src/schema/bundled/index.ts';
import { isReadable } from '../../server/src/schema/entitySchema.ts';
import { RECORDED, readVerdicts, type Verdict } from './verdicts.ts';

/** Where a property was asked for, with the cursor in its place; undefined for what is not asked by name. */
const PLACES: Readonly<Record<string, (before: string) => string>> = {
  filter: (before) => `{"filter": [{"type": "equals", "field": "${before}|", "value": null}]}`,
  sort: (before) => `{"sort": [{"field": "${before}|"}]}`,
  aggregation: (before) => `{"aggregations": [{"name": "a", "type": "count", "field": "${before}|"}]}`,
  association: () => '{"associations": {"|": {}}}',
};

/** Names that are offered or left out although the shop decided otherwise, and why. */
const OTHERWISE: Readonly<Record<string, RegExp>> = {
  'the Store API takes an association that it does not give away, and answers nothing of it':
    / as association: 200 \(not given away\)$/,
  'the shop loads no parent, but answers null': /\.parent as association: 200$/,
  'an association that the schema of 6.6.10, which stands for 6.6.7.1 here, knows':
    /^6\.6\.7\.1 user\.createdNotifications as association: 403$/,
};

interface Asked {
  readonly verdict: Verdict;
  readonly name: string;
  readonly source: string;
}

/** The path or association that the request asked for; it is not always the property itself, but `<property>.id`. */
function pathOf({ as, criteria }: Verdict): string | undefined {
  const { filter, sort, aggregations, associations } = Object(criteria);
  if (as === 'association') return Object.keys(Object(associations))[0];
  return Object(filter ?? sort ?? aggregations)[0]?.field;
}

function asked(verdict: Verdict, isSearchable: (entity: string) => boolean): readonly Asked[] {
  const place = PLACES[verdict.as ?? ''];
  const path = pathOf(verdict);
  if (place === undefined || path === undefined || !isSearchable(verdict.entity)) return [];
  const dot = path.lastIndexOf('.') + 1;
  const source = place(path.slice(0, dot));
  const api = verdict.api === 'store' ? '// @api store\n' : '';
  return [{ verdict, name: path.slice(dot), source: `// @entity ${verdict.entity}\n${api}${source}` }];
}

function offers(items: readonly Completion[], name: string): boolean {
  return items.some(({ label, insertText }) => label === name && !insertText.endsWith('.'));
}

describe.each(RECORDED)('a running $folder', ({ folder, version, line, files }) => {
  const asking = files.filter((file) => file === 'properties' || file === 'store');

  it.each(asking)('took exactly the names that are offered (%s)', (file) => {
    // A mapping entity is refused whatever the criteria.
    const schema = bundledSchema(line);
    const rows = readVerdicts(folder, file).flatMap((row) => asked(row, (entity) => !schema.isMapping(entity)));
    const sources = new Set(rows.map(({ source }) => source));
    const wrong: string[] = [];
    for (const source of sources) {
      const { analysis, offset } = editor(`// @shopware ${version}\n${source}`, { line, uri: 'untitled:1' });
      const items = complete(analysis, offset);
      for (const { verdict, name } of rows.filter((row) => row.source === source)) {
        const accepted = verdict.status === 200;
        const property = bundledSchema(line).entity(verdict.entity)?.properties.get(name);
        const isKept = verdict.as === 'association' && property && !isReadable(property, verdict.api ?? 'admin');
        const remark = isKept ? ' (not given away)' : '';
        const row = `${folder} ${verdict.entity}.${pathOf(verdict)} as ${verdict.as}: ${verdict.status}${remark}`;
        if (offers(items, name) !== accepted) wrong.push(row);
      }
    }
    console.log(`${folder} ${file}: ${rows.length - wrong.length} of ${rows.length} names as the shop takes them`);
    const known = Object.values(OTHERWISE);
    expect(wrong.filter((row) => !known.some((pattern) => pattern.test(row)))).toEqual([]);
  });
});
