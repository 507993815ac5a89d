/** An object of JSON: neither a list nor null. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is an object and no list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object as it is, and a list as the object of its indexes: PHP tells neither from the other. */
export function recordOf(value: unknown): JsonRecord {
  if (Array.isArray(value)) return Object.fromEntries(value.entries());
  return isRecord(value) ? value : {};
}

/** A text of JSON as its value; undefined for any other text. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
