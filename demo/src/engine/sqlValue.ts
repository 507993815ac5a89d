import { compareFolded, foldForEquals } from './collation.ts';

/** What a column can hold for SQL. Booleans are 0 and 1, dates are texts such as `2025-05-01 04:30:00.000`. */
export type SqlValue = null | number | string;

/**
 * How a column compares. `id`: 16 bytes, held as 32 hex digits; `json`: a text whose bytes count;
 * `decimal` keeps its digits behind the point, which shows in `min` and `max`.
 */
export type SqlType =
  | { readonly kind: 'id' | 'text' | 'json' | 'integer' | 'double' | 'datetime' | 'day' }
  | { readonly kind: 'decimal'; readonly digits: number };

export const ID: SqlType = { kind: 'id' };
export const TEXT: SqlType = { kind: 'text' };
export const JSON_TEXT: SqlType = { kind: 'json' };
export const INTEGER: SqlType = { kind: 'integer' };
export const DOUBLE: SqlType = { kind: 'double' };
export const DATETIME: SqlType = { kind: 'datetime' };
export const DAY: SqlType = { kind: 'day' };

/** A value of the request as it reaches the database: PHP binds everything as text; true is "1", false is "". */
export function boundText(value: string | number | boolean): string {
  if (value === true) return '1';
  if (value === false) return '';
  return String(value);
}

/** A text read as a number: its beginning counts, anything else is 0. */
export function numberOf(text: string): number {
  const match = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?/i.exec(text);
  return match ? Number(match[0]) : 0;
}

/** Year, month and day between marks of any kind, then a time. */
const DATE =
  /^\s*(\d{4}|\d{2})[!-/:-@](\d{1,2})[!-/:-@](\d{1,2})(?:[T ]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(\.\d{1,6})?)?)?/;
/** The same without marks; a year of two digits where there are too few for four. */
const PACKED = /^\s*(\d{4}|\d{2})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)(\.\d{1,6})?)?(?!\d)/;
const ZERO_DATE = '0000-00-00 00:00:00.000';

/**
 * A text read as a date and time; the zone is cut off, nonsense is the zero date (reference, section 3). Days that no
 * month has, up to the 31st, and zeros are compared as they stand.
 */
export function dateOf(text: string): string {
  const match = DATE.exec(text) ?? PACKED.exec(text);
  if (!match) return ZERO_DATE;
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', fraction = '.000'] = match;
  if (Number(month) > 12 || Number(day) > 31 || !isTime(Number(hour), Number(minute), Number(second))) return ZERO_DATE;
  const clock = [hour, minute, second].map((part) => part.padStart(2, '0')).join(':');
  const date = `${wholeYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return `${date} ${clock}${fraction.slice(0, 4).padEnd(4, '0')}`;
}

function isTime(hour: number, minute: number, second: number): boolean {
  return hour <= 23 && minute <= 59 && second <= 59;
}

/** Two digits are a year from 1970 to 2069. */
function wholeYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) < 70 ? '20' : '19'}${year}`;
}

/**
 * How a column's values stand to one value of the request: below, equal or above (-1, 0, 1).
 * The value is converted to the column's type once (reference, section 3: types are not checked).
 */
export function comparison(type: SqlType, wanted: string): (value: number | string) => number {
  switch (type.kind) {
    case 'integer':
    case 'double':
    case 'decimal': {
      const number = numberOf(wanted);
      return (value) => sign(Number(value), number);
    }
    case 'datetime': {
      const date = dateOf(wanted);
      return (value) => sign(value, date);
    }
    case 'day': {
      // A range looks at the day only, but a day never equals a time on it.
      const date = dateOf(wanted);
      const onSameDay = date.endsWith(' 00:00:00.000') ? 0 : 1;
      return (value) => sign(value, date.slice(0, 10)) || onSameDay;
    }
    case 'id': {
      const bytes = textBytes(wanted);
      return (value) => sign(idBytes(String(value)), bytes);
    }
    case 'json':
      return (value) => sign(String(value), wanted);
    case 'text': {
      const folded = foldForEquals(wanted);
      return (value) => compareFolded(foldForEquals(String(value)), folded);
    }
  }
}

/** The order of two values of one column; NULL comes first. */
export function compareValues(type: SqlType, one: SqlValue, other: SqlValue): number {
  return compareForms(type, orderForm(type, one), orderForm(type, other));
}

/** A value in the form in which an order is made of it: texts are folded once instead of with every comparison. */
export function orderForm(type: SqlType, value: SqlValue): SqlValue {
  return type.kind === 'text' && value !== null ? foldForEquals(String(value)) : value;
}

/** The order of two such forms. */
export function compareForms(type: SqlType, one: SqlValue, other: SqlValue): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return type.kind === 'text' ? compareFolded(String(one), String(other)) : sign(one, other);
}

/** What makes two values the same in `GROUP BY` and `DISTINCT`. */
export function groupKey(type: SqlType, value: SqlValue): string {
  if (value === null) return '\0';
  return type.kind === 'text' ? foldForEquals(String(value)) : String(value);
}

/** A value as the database's driver hands it over as text. */
export function shownText(type: SqlType, value: number | string): string {
  return type.kind === 'decimal' ? Number(value).toFixed(type.digits) : String(value);
}

/** A value where SQL wants a number: in `SUM` and `AVG`. A date is read as its digits, a text by its beginning. */
export function asNumber(type: SqlType, value: number | string): number {
  if (typeof value === 'number') return value;
  if (type.kind === 'datetime' || type.kind === 'day') return Number(value.replace(/[- :]/g, ''));
  return numberOf(type.kind === 'id' ? idBytes(value) : value);
}

/** The 16 bytes of an id, one character each. */
export function idBytes(id: string): string {
  return Buffer.from(id, 'hex').toString('latin1');
}

/** The bytes of a text of the request in the same form. */
export function textBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function sign(one: number | string, other: number | string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
