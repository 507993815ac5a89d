/** `P1Y2M3W4DT5H6M7S`, of which any part may be missing, and `P0001-02-04T05:06:07`. */
const DESIGNATORS =
  /^P(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?$/;
const CALENDAR = /^P(?<years>\d{4})-(?<months>\d\d)-(?<days>\d\d)T(?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)$/;

/** What PHP passes over around a duration. */
const SEPARATORS = /^[ \t\r\n.,/]+|[ \t\r\n.,/]+$/g;

/**
 * A time moved by an ISO 8601 duration such as `P1Y` or `PT5H`, forwards (1) or back (-1), in UTC as PHP does it.
 * Very far away it is an invalid date.
 */
export function moved(from: Date, duration: string, direction: 1 | -1): Date {
  const period = duration.replaceAll(SEPARATORS, '');
  const parts = (DESIGNATORS.exec(period) ?? CALENDAR.exec(period))?.groups ?? {};
  const by = (part: string): number => direction * Number(parts[part] ?? 0);
  const time = new Date(from);
  time.setUTCFullYear(
    time.getUTCFullYear() + by('years'),
    time.getUTCMonth() + by('months'),
    time.getUTCDate() + by('weeks') * 7 + by('days'),
  );
  time.setUTCHours(
    time.getUTCHours() + by('hours'),
    time.getUTCMinutes() + by('minutes'),
    time.getUTCSeconds() + by('seconds'),
  );
  return time;
}

/** What stands for a day that the database has no date for: nonsense to it (see `dateOf`), as PHP's text of it is. */
const NO_DAY = '10000-01-01';

/** `2026-11-21` */
export function dayOf(time: Date): string {
  const year = time.getUTCFullYear();
  return year >= 0 && year <= 9999 ? time.toISOString().slice(0, 10) : NO_DAY;
}

/** `2026-11-21 03:22:00.000` */
export function sqlTime(time: Date): string {
  return time.toISOString().slice(0, 23).replace('T', ' ');
}
