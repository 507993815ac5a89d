/** What a text is to the database where it is compared with a date: `no date` counts as 0, before every date. */
export function readingOfDate(text: string): 'date' | 'no date' | 'wrong order' {
  if (!/^\s*\d/.test(text)) return text === '' ? 'date' : 'no date';
  const [, first = '', second = '', third = ''] = /^\s*(\d+)[^\d:]+(\d+)[^\d:]+(\d+)/.exec(text) ?? [];
  if (third.length === 4 && first.length < 3) return 'wrong order';
  return third === '' || isDay(Number(first), Number(second), Number(third)) ? 'date' : 'no date';
}

/** `31.12.2024`, or `12/31/2024` where the day can only be the second: as the database reads it. */
export function yearFirst(text: string): string | undefined {
  const match = /^\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4})\s*$/.exec(text);
  if (!match) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const readings =
    match[2] === '.'
      ? [[second, first] as const]
      : ([
          [second, first],
          [first, second],
        ] as const);
  const days = readings.filter(([month, day]) => isDay(year, month, day));
  const [only] = days;
  if (!only || (days.length > 1 && first !== second)) return undefined;
  return [year, ...only].map((part) => String(part).padStart(2, '0')).join('-');
}

/** A month or day of 0 is left alone: how it is read depends on the database's settings. */
function isDay(year: number, month: number, day: number): boolean {
  const daysOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month <= 12 && day <= (month === 0 ? 31 : daysOfMonth);
}
