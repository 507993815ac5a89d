import { describe, expect, it } from 'vitest';
import { codeActions } from '../features/codeActions/codeActions.ts';
import { analyzed } from '../testing/editor.ts';
import { apply } from './edits.ts';

/** The comments of a text that begin with a word of their own. */
function commentsIn(text: string): readonly string[] {
  return [...text.matchAll(/\/[/*] [a-z]+\b/g)].map(([comment]) => comment).sort();
}

describe('a fix keeps the comments', () => {
  it.each([
    '{"limit":5,"filter":[[ // one\n{"type":"equals","field":"active","value":true} // two\n]]}',
    '{"limit":5,"aggregations":[{"name":"a","type":"terms","field":"manufacturerId","sort":[ // one\n{"field":"_count"} // two\n]}]}',
    '{"limit":5,"associations":{"media":[ // one\n{"limit":1} // two\n]}}',
    '[ // one\n{"limit":5} // two\n]',
    '{"limit":5,"associations":[\n// makers\n{"manufacturer":{}}, // maker\n{"cover":{}} // covers\n]}',
    '{"limit":5,"associations":[ // makers\n"manufacturer" /* maker */]}',
    '{"limit":5,"fields":[{ /* one */ "field":"name" /* two */ }]}',
    '{"limit":5,"filter":[{"type":"equals","field":"name","value":[ // one\n"a" // two\n]}]}',
    '{"limit":5,"includes":[ // one\n"name" /* two */ ]}',
    '{"limit":5, // one\n"limit":6 // two\n}',
  ])('%s', (text) => {
    const analysis = analyzed(text);
    const fixes = codeActions(analysis, 0, text.length).filter(({ title }) => !title.startsWith('Silence'));
    const lost = fixes.filter(({ edits }) => commentsIn(apply(text, edits)).join() !== commentsIn(text).join());
    expect(fixes.length).toBeGreaterThan(0);
    expect(lost.map(({ title }) => title)).toEqual([]);
  });
});
