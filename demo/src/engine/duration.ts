const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** A time moved by an ISO 8601 duration such as `P1Y` or `PT5H`, forwards (1) or back (-1), in UTC as PHP does it. */
export function moved(from: Date, duration: string, direction: 1 | -1): Date {
  const parts =
    DURATION.exec(duration)
      ?.slice(1)
      .map((part) => direction * Number(part ?? 0)) ?? [];
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const time = new Date(from);
  time.setUTCFullYear(time.getUTCFullYear() + years, time.getUTCMonth() + months, time.getUTCDate() + weeks * 7 + days);
  time.setUTCHours(time.getUTCHours() + hours, time.getUTCMinutes() + minutes, time.getUTCSeconds() + seconds);
  return time;
}

/** `2026-11-21` */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** `2026-11-21 03:22:00.000` */
export function sqlTime(time: Date): string {
  return time.toISOString().slice(0, 23).replace('T', ' ');
}
