import { describe, expect, it } from 'vitest';
import { BUNDLED, bundledSchema } from '../../schema/bundled/index.ts';
import { analysisOf } from '../testing/editor.ts';
import { complete } from './complete.ts';
import type { Completion } from './completion.ts';

const URI = 'untitled:criteria';

/** Where names stand, with the cursor in their place. */
const PLACES = {
  filter: '{"filter": [{"type": "equals", "field": "|", "value": null}]}',
  sort: '{"sort": [{"field": "|"}]}',
  grouping: '{"grouping": ["|"]}',
  max: '{"aggregations": [{"name": "a", "type": "max", "field": "|"}]}',
  range: '{"aggregations": [{"name": "a", "type": "range", "ranges": [{"from": 1}], "field": "|"}]}',
  histogram: '{"aggregations": [{"name": "a", "type": "histogram", "interval": "day", "field": "|"}]}',
  associations: '{"associations": {"|": {}}}',
  includes: '{"includes": {"|": ["id"]}}',
} as const;

interface Offered {
  readonly text: string;
  readonly offset: number;
  readonly items: readonly Completion[];
}

function offeredIn(source: string, line: (typeof BUNDLED)[number]['line']): Offered {
  const offset = source.indexOf('|');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  return { text, offset, items: complete(analysisOf(text, URI, line), offset) };
}

/** What the checker says at the place of a completion once it is there. */
function marks({ text }: Offered, item: Completion, line: (typeof BUNDLED)[number]['line']): readonly string[] {
  const after = text.slice(0, item.start) + item.insertText + text.slice(item.end);
  const end = item.start + item.insertText.length;
  return analysisOf(after, URI, line)
    .problems.filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter((problem) => problem.start <= end && problem.end >= item.start)
    .map(({ code }) => code);
}

/** An association goes on with a dot: then one of the names behind it must be accepted. */
function isAccepted(offered: Offered, item: Completion, line: (typeof BUNDLED)[number]['line'], depth = 0): boolean {
  if (!item.insertText.endsWith('.')) return marks(offered, item, line).length === 0;
  if (depth > 3) return false;
  const { text } = offered;
  const source = `${text.slice(0, item.start)}${item.insertText}|${text.slice(item.end)}`;
  const next = offeredIn(source, line);
  return next.items.some((name) => isAccepted(next, name, line, depth + 1));
}

describe.each(BUNDLED)('with the schema of $line', ({ line }) => {
  const schema = bundledSchema(line);
  const entities = schema.entityNames.filter((name) => !schema.isMapping(name));

  it.each(['admin', 'store'] as const)(
    'every name that is offered is accepted (%s)',
    (api) => {
      const wrong: string[] = [];
      let count = 0;
      // Each entity at one place here, and at all of them over the lines and APIs: all at all would take minutes.
      const places = Object.entries(PLACES);
      const turn = BUNDLED.findIndex((bundled) => bundled.line === line) * 2 + (api === 'store' ? 1 : 0);
      for (const [index, entity] of entities.entries()) {
        const [use, place] = places[(index + turn) % places.length] ?? ['', ''];
        const offered = offeredIn(`// @entity ${entity}\n// @api ${api}\n${place}`, line);
        for (const item of use === 'includes' ? offered.items.slice(0, 5) : offered.items) {
          count++;
          const name = `${entity}.${item.label} as ${use}`;
          if (!isAccepted(offered, item, line)) wrong.push(`${name}: ${marks(offered, item, line)}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(count).toBeGreaterThan(entities.length);
    },
    60_000,
  );
});
