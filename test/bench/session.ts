// What somebody typed into a criteria of 300 lines, key by key: filters, sortings, associations; slips are taken back.
import type { Position } from 'vscode-languageserver-protocol/node';
import { criteriaOf } from './documents.ts';
import { positionAt } from './stdioServer.ts';

/** One change of the text, and where the cursor is then. */
export interface Edit {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
  readonly cursor: Position;
}

/** Keys as they were pressed; `⌫` takes one back. */
const KEYS = `  "associations": { "manufacturer": { "associations": { "meda⌫ia": {} } }, "options": {} },
  "aggregations": [
    { "name": "stock", "type": "sum", "field": "stok⌫ck" },
    { "name": "brands", "type": "terms", "field": "manufacturer.nme⌫⌫ame" }
  ],
`;
const EDITS = 500;

/** 500 changes that end with the text that they began with: what is typed is taken back in the end. */
export function recordedSession(): { readonly text: string; readonly edits: readonly Edit[] } {
  const text = criteriaOf(300);
  const origin = text.indexOf('  "sort"');
  const edits: Edit[] = [];
  let now = text;
  let at = origin;
  const press = (key: string) => {
    const isBack = key === '⌫';
    const start = positionAt(now, isBack ? at - 1 : at);
    const end = positionAt(now, at);
    now = isBack ? now.slice(0, at - 1) + now.slice(at) : now.slice(0, at) + key + now.slice(at);
    at += isBack ? -1 : 1;
    edits.push({ start, end, text: isBack ? '' : key, cursor: positionAt(now, at) });
  };
  const keys = [...KEYS];
  for (let index = 0; edits.length + (at - origin) < EDITS; index++) press(keys[index % keys.length] ?? ' ');
  while (at > origin) press('⌫');
  return { text, edits };
}
