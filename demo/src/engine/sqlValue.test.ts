import { describe, expect, it } from 'vitest';
import {
  boundText,
  compareValues,
  comparison,
  DATETIME,
  dateOf,
  ID,
  INTEGER,
  numberOf,
  shownText,
  TEXT,
} from './sqlValue.ts';

describe('values as MariaDB compares them', () => {
  it.each([
    ['abc', 0],
    ['12abc', 12],
    [' 1e1', 10],
    ['true', 0],
    ['', 0],
  ])('reads %j as the number %d', (text, number) => {
    expect(numberOf(text)).toBe(number);
  });

  it.each([
    ['2025-02-08T01:30:00.000+00:00', '2025-02-08 01:30:00.000'],
    ['2025-02-08', '2025-02-08 00:00:00.000'],
    ['soon', '0000-00-00 00:00:00.000'],
    ['20250501', '2025-05-01 00:00:00.000'],
    ['20250501043000', '2025-05-01 04:30:00.000'],
    ['250501', '2025-05-01 00:00:00.000'],
    ['2025/05/01', '2025-05-01 00:00:00.000'],
    ['2025.05.01', '2025-05-01 00:00:00.000'],
    ['25-05-01', '2025-05-01 00:00:00.000'],
    ['99-12-31', '1999-12-31 00:00:00.000'],
    ['2025-05-00', '2025-05-00 00:00:00.000'],
    ['2025-02-30', '2025-02-30 00:00:00.000'],
    ['2025-02-32', '0000-00-00 00:00:00.000'],
    ['2025-13-01', '0000-00-00 00:00:00.000'],
    ['2025-05-01 25:00:00', '0000-00-00 00:00:00.000'],
    ['20250', '0000-00-00 00:00:00.000'],
    ['1e1', '0000-00-00 00:00:00.000'],
  ])('reads %j as the date %j', (text, date) => {
    expect(dateOf(text)).toBe(date);
  });

  it('binds true as "1" and false as ""', () => {
    expect([boundText(true), boundText(false), boundText(5)]).toEqual(['1', '', '5']);
  });

  it('finds the inactive rows for the text "true" on a boolean', () => {
    expect(comparison(INTEGER, 'true')(0)).toBe(0);
    expect(comparison(INTEGER, 'true')(1)).toBe(1);
  });

  it('takes nonsense on a date for a time before all dates', () => {
    expect(comparison(DATETIME, 'soon')('2025-01-01 00:00:00.000')).toBe(1);
  });

  it('compares the bytes of an id with a text', () => {
    expect(comparison(ID, '0fa91ce3e96a4bc2be4bd9ce752c3425')('0fa91ce3e96a4bc2be4bd9ce752c3425')).not.toBe(0);
  });

  it('puts NULL first', () => {
    expect(compareValues(TEXT, null, 'a')).toBe(-1);
    expect(compareValues(TEXT, 'a', null)).toBe(1);
    expect(compareValues(TEXT, null, null)).toBe(0);
  });

  it('shows a decimal with the digits of its column', () => {
    expect(shownText({ kind: 'decimal', digits: 4 }, 282.49)).toBe('282.4900');
  });
});
