import { isJsonObject, type Json } from '../engine/json.ts';
import { Refused } from '../engine/refused.ts';
import { numberOf } from '../engine/sqlValue.ts';

/** A key of a body of the Store API that is no criteria, as text. */
export function keyIn(body: Json, key: string): string | undefined {
  const value = isJsonObject(body) ? body[key] : undefined;
  return value === undefined || value === null ? undefined : String(value);
}

/**
 * The same as a whole number (Symfony's InputBag::getInt).
 * @throws {Refused} where it is none
 */
export function integerIn(body: Json, key: string): number | undefined {
  const value = keyIn(body, key);
  if (value === undefined) return undefined;
  if (/^\s*[+-]?\d+\s*$/.test(value)) return Number(value);
  throw new Refused(400, '0', `Input value "${key}" is invalid and flag "FILTER_NULL_ON_FAILURE" was not set.`);
}

/** The same as a number: as much of its beginning as is one, else 0. */
export function numberIn(body: Json, key: string): number {
  return numberOf(keyIn(body, key) ?? '');
}

/** The same where it holds several values with `|` between them. */
export function listIn(body: Json, key: string): readonly string[] {
  return (keyIn(body, key) ?? '').split('|').filter(Boolean);
}

/** The same as a switch, as PHP reads one: `""`, `"0"`, `"false"` and `false` are off. */
export function isOn(body: Json, key: string, otherwise: boolean): boolean {
  const value = keyIn(body, key);
  return value === undefined ? otherwise : !['', '0', 'false'].includes(value);
}

/** What stands in the place of an id, as bytes: an even number of hex digits (Uuid::fromHexToBytes). */
export function isHex(text: string): boolean {
  return /^([0-9a-f]{2})+$/i.test(text);
}
