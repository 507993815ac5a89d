import { t } from '@vscode/l10n';
import { currentLocale } from './language.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago something was, in words: `just now`, `5 min ago`, `3 h ago`, `12 days ago`. Both in ms since 1970. */
export function ageOf(then: number, now: number): string {
  const age = now - then;
  if (age < minute) return t('just now');
  if (age < hour) return t('{0} min ago', Math.floor(age / minute));
  if (age < day) return t('{0} h ago', Math.floor(age / hour));
  const days = Math.floor(age / day);
  return days === 1 ? t('yesterday') : t('{0} days ago', days);
}

/** A size for people: `312 B`, `4.2 KB`, `10.0 MB`. A KB is 1,024 bytes. */
export function bytesOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilo = bytes / 1024;
  return kilo < 1000 ? `${withTenths(kilo)} KB` : `${withTenths(kilo / 1024)} MB`;
}

/** A duration for people: `12 ms`, `1.4 s`, `2 min 5 s`. */
export function durationOf(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${withTenths(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** A whole number for people: `1,234`. */
export function numberOf(count: number): string {
  return count.toLocaleString(currentLocale());
}

/** A time of the day: `09:05`. */
export function timeOf(date: Date): string {
  return date.toLocaleTimeString(currentLocale(), { hour: '2-digit', minute: '2-digit' });
}

/** A day without its year: `19 Nov`. */
export function dayOf(date: Date): string {
  return date.toLocaleDateString(currentLocale(), { day: 'numeric', month: 'short' });
}

function withTenths(value: number): string {
  return value.toLocaleString(currentLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
