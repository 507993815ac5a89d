import type { Interval } from './aggregationParser.ts';

/** The period that a date falls into, as `GROUP BY` sees it. */
export function periodOf(interval: Interval, date: string | null): string | null {
  return date === null ? null : PERIODS[interval](date);
}

const PERIODS: Readonly<Record<Interval, (date: string) => string>> = {
  minute: (date) => date.slice(0, 16),
  hour: (date) => date.slice(0, 13),
  day: (date) => date.slice(0, 10),
  week: (date) => `${date.slice(0, 4)}-${isoWeek(date)}`,
  month: (date) => date.slice(0, 7),
  quarter: (date) => `${date.slice(0, 4)}-${quarter(date)}`,
  year: (date) => date.slice(0, 4),
};

/** A bucket's key: the beginning of its period, but year and number for a week and a quarter (reference, section 4). */
export function bucketKey(interval: Interval, date: string): string {
  return KEYS[interval](date);
}

const KEYS: Readonly<Record<Interval, (date: string) => string>> = {
  minute: (date) => `${withTime(date).slice(0, 16)}:00`,
  hour: (date) => `${withTime(date).slice(0, 13)}:00:00`,
  day: (date) => `${date.slice(0, 10)} 00:00:00`,
  week: (date) => `${date.slice(0, 4)} ${isoWeek(date)}`,
  month: (date) => `${date.slice(0, 7)}-01 00:00:00`,
  quarter: (date) => `${date.slice(0, 4)} ${quarter(date)}`,
  year: (date) => `${date.slice(0, 4)}-01-01 00:00:00`,
};

function withTime(date: string): string {
  return date.length === 10 ? `${date} 00:00:00` : date;
}

function quarter(date: string): number {
  return Math.ceil(Number(date.slice(5, 7)) / 3);
}

/** The number of the week that holds this week's Thursday, two digits. */
function isoWeek(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 3 - ((day.getUTCDay() + 6) % 7));
  const firstOfYear = Date.UTC(day.getUTCFullYear(), 0, 1);
  return String(1 + Math.floor((day.getTime() - firstOfYear) / 604_800_000)).padStart(2, '0');
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A date in PHP's notation (`Y-m-d H:i`), for the key `format`; a backslash keeps the next letter. */
export function phpDate(format: string, date: string): string {
  const time = new Date(`${date.slice(0, 10)}T${date.slice(11, 23) || '00:00:00.000'}Z`);
  return format.replace(/\\(.)|[a-zA-Z]/g, (letter, escaped: string | undefined) => {
    return escaped ?? LETTERS[letter]?.(time, date) ?? letter;
  });
}

const two = (number: number) => String(number).padStart(2, '0');

const LETTERS: Readonly<Record<string, (time: Date, date: string) => string>> = {
  Y: (time) => String(time.getUTCFullYear()),
  y: (time) => two(time.getUTCFullYear() % 100),
  m: (time) => two(time.getUTCMonth() + 1),
  n: (time) => String(time.getUTCMonth() + 1),
  M: (time) => MONTHS[time.getUTCMonth()]?.slice(0, 3) ?? '',
  F: (time) => MONTHS[time.getUTCMonth()] ?? '',
  d: (time) => two(time.getUTCDate()),
  j: (time) => String(time.getUTCDate()),
  D: (time) => DAYS[time.getUTCDay()]?.slice(0, 3) ?? '',
  l: (time) => DAYS[time.getUTCDay()] ?? '',
  N: (time) => String(((time.getUTCDay() + 6) % 7) + 1),
  w: (time) => String(time.getUTCDay()),
  W: (_, date) => isoWeek(date),
  H: (time) => two(time.getUTCHours()),
  G: (time) => String(time.getUTCHours()),
  h: (time) => two(((time.getUTCHours() + 11) % 12) + 1),
  g: (time) => String(((time.getUTCHours() + 11) % 12) + 1),
  A: (time) => (time.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (time) => (time.getUTCHours() < 12 ? 'am' : 'pm'),
  i: (time) => two(time.getUTCMinutes()),
  s: (time) => two(time.getUTCSeconds()),
  v: (time) => String(time.getUTCMilliseconds()).padStart(3, '0'),
  u: (time) => `${String(time.getUTCMilliseconds()).padStart(3, '0')}000`,
  U: (time) => String(Math.floor(time.getTime() / 1000)),
  e: () => 'UTC',
  T: () => 'UTC',
  P: () => '+00:00',
  O: () => '+0000',
};
