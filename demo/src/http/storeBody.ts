import { isJsonObject, type Json } from '../engine/json.ts';

/** A key of a body of the Store API that is no criteria, as text. */
export function keyIn(body: Json, key: string): string | undefined {
  const value = isJsonObject(body) ? body[key] : undefined;
  return value === undefined || value === null ? undefined : String(value);
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
