import type { Interval } from './aggregationParser.ts';
import { isoWeekOf } from './phpDate.ts';

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

function isoWeek(date: string): string {
  return isoWeekOf(new Date(`${date.slice(0, 10)}T00:00:00Z`)).week;
}
