import { isRecord, type JsonRecord, labelOf } from '../../../../../shop/src/answer/index.ts';

/** How a value is shown in a cell. */
export interface Cell {
  readonly kind: 'absent' | 'null' | 'boolean' | 'number' | 'text' | 'empty' | 'id' | 'date' | 'object' | 'list';
  /** One line, not too long. */
  readonly text: string;
  /** What stands dimly before it: the length of a list. */
  readonly mark: string;
}

const longest = 200;
const id = /^[0-9a-f]{32}$/;
const date = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d+))?(?:Z|\+00:00)$/;

/** The line of a cell for a value of an answer; undefined is a key that the row does not have. */
export function cellOf(value: unknown): Cell {
  if (value === undefined) return { kind: 'absent', text: '', mark: '' };
  if (value === null) return { kind: 'null', text: 'null', mark: '' };
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value), mark: '' };
  if (typeof value === 'number') return { kind: 'number', text: String(value), mark: '' };
  if (typeof value === 'string') return textCell(value);
  if (Array.isArray(value)) return listCell(value);
  return isRecord(value) ? objectCell(value) : { kind: 'text', text: String(value), mark: '' };
}

/** The text that copying a cell gives: the value itself, JSON for what is nested. */
export function copyOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, typeof value === 'object' ? 2 : 0);
}

function textCell(text: string): Cell {
  if (text === '') return { kind: 'empty', text: '""', mark: '' };
  if (id.test(text)) return { kind: 'id', text, mark: '' };
  const [, day, time, fraction] = date.exec(text) ?? [];
  if (day !== undefined && time !== undefined) {
    const exact = fraction === undefined || /^0+$/.test(fraction) ? '' : `.${fraction}`;
    return { kind: 'date', text: `${day} ${time}${exact}`, mark: '' };
  }
  return { kind: 'text', text: shortened(text.replace(/\s+/g, ' ')), mark: '' };
}

function listCell(list: readonly unknown[]): Cell {
  if (list.length === 0) return { kind: 'list', text: '', mark: '[]' };
  const labels = list.slice(0, 20).map((value) => (isRecord(value) ? labelOf(value) : cellOf(value).text));
  return { kind: 'list', text: shortened(labels.join(', ')), mark: `[${list.length}]` };
}

function objectCell(value: JsonRecord): Cell {
  const empty = Object.keys(value).length === 0;
  return { kind: 'object', text: empty ? '' : shortened(labelOf(value)), mark: '{}' };
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
