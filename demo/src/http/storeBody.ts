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
