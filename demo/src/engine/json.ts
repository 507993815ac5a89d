export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Elements of a list or values of an object: PHP does not tell them apart. */
export function elements(value: Json | undefined): readonly Json[] {
  if (isJsonList(value)) return value;
  return isJsonObject(value) ? Object.values(value) : [];
}

/** Those elements that are objects. */
export function objects(value: Json | undefined): readonly JsonObject[] {
  return elements(value).filter(isJsonObject);
}
