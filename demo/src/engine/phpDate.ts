/**
 * A stored date (`2025-05-01 04:30:00.000` or `2025-05-01`) in the notation of PHP's date() (`Y-m-d H:i`), in UTC; a
 * backslash keeps the next letter.
 */
export function phpDate(format: string, date: string): string {
  const time = new Date(`${date.slice(0, 10)}T${date.slice(11, 23) || '00:00:00.000'}Z`);
  return formatted(format, time);
}

/** The week that holds a day's Thursday: its number, two digits, and the year that it counts for. */
export function isoWeekOf(time: Date): { readonly year: number; readonly week: string } {
  const thursday = new Date(time);
  thursday.setUTCDate(time.getUTCDate() + 3 - ((time.getUTCDay() + 6) % 7));
  const year = thursday.getUTCFullYear();
  return { year, week: two(1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY))) };
}

function formatted(format: string, time: Date): string {
  return format.replace(/\\(.)|[a-zA-Z]/gs, (letter, escaped: string | undefined) => {
    return escaped ?? LETTERS[letter]?.(time) ?? letter;
  });
}

const DAY = 86_400_000;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const two = (number: number) => String(number).padStart(2, '0');
const three = (number: number) => String(number).padStart(3, '0');
const four = (number: number) => String(number).padStart(4, '0');

const month = (time: Date) => MONTHS[time.getUTCMonth()] ?? '';
const weekday = (time: Date) => DAYS[time.getUTCDay()] ?? '';
const twelfth = (time: Date) => ((time.getUTCHours() + 11) % 12) + 1;

function daysOfMonth(time: Date): number {
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 0)).getUTCDate();
}

function isLeapYear(time: Date): boolean {
  return new Date(Date.UTC(time.getUTCFullYear(), 2, 0)).getUTCDate() === 29;
}

function dayOfYear(time: Date): number {
  return Math.floor((time.getTime() - Date.UTC(time.getUTCFullYear(), 0, 1)) / DAY);
}

function ordinal(day: number): string {
  const isTeen = day > 10 && day < 14;
  return (isTeen ? undefined : ['st', 'nd', 'rd'][(day % 10) - 1]) ?? 'th';
}

/** Swatch Internet Time: a day has 1000 beats and begins in Biel, an hour ahead of UTC. */
function beats(time: Date): number {
  const intoDay = (time.getTime() + DAY / 24) % DAY;
  return Math.floor((intoDay / DAY) * 1000);
}

const LETTERS: Readonly<Record<string, (time: Date) => string>> = {
  d: (time) => two(time.getUTCDate()),
  D: (time) => weekday(time).slice(0, 3),
  j: (time) => String(time.getUTCDate()),
  l: weekday,
  N: (time) => String(((time.getUTCDay() + 6) % 7) + 1),
  S: (time) => ordinal(time.getUTCDate()),
  w: (time) => String(time.getUTCDay()),
  z: (time) => String(dayOfYear(time)),
  W: (time) => isoWeekOf(time).week,
  F: month,
  m: (time) => two(time.getUTCMonth() + 1),
  M: (time) => month(time).slice(0, 3),
  n: (time) => String(time.getUTCMonth() + 1),
  t: (time) => String(daysOfMonth(time)),
  L: (time) => String(Number(isLeapYear(time))),
  o: (time) => String(isoWeekOf(time).year),
  X: (time) => `+${four(time.getUTCFullYear())}`,
  x: (time) => four(time.getUTCFullYear()),
  Y: (time) => four(time.getUTCFullYear()),
  y: (time) => two(time.getUTCFullYear() % 100),
  a: (time) => (time.getUTCHours() < 12 ? 'am' : 'pm'),
  A: (time) => (time.getUTCHours() < 12 ? 'AM' : 'PM'),
  B: (time) => three(beats(time)),
  g: (time) => String(twelfth(time)),
  G: (time) => String(time.getUTCHours()),
  h: (time) => two(twelfth(time)),
  H: (time) => two(time.getUTCHours()),
  i: (time) => two(time.getUTCMinutes()),
  s: (time) => two(time.getUTCSeconds()),
  u: (time) => `${three(time.getUTCMilliseconds())}000`,
  v: (time) => three(time.getUTCMilliseconds()),
  e: () => 'UTC',
  I: () => '0',
  O: () => '+0000',
  P: () => '+00:00',
  p: () => 'Z',
  T: () => 'UTC',
  Z: () => '0',
  c: (time) => formatted('Y-m-d\\TH:i:sP', time),
  r: (time) => formatted('D, d M Y H:i:s O', time),
  U: (time) => String(Math.floor(time.getTime() / 1000)),
};
