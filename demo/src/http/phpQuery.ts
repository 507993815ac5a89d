import type { Json, JsonObject } from '../engine/json.ts';

interface Nested {
  [key: string]: string | Nested;
}

/** A query string or form in PHP's notation: `filter[0][type]=equals&fields[]=name` (reference, section 1, GET). */
export function readPhpQuery(text: string): JsonObject {
  const root = nothing();
  for (const [name, value] of new URLSearchParams(text)) {
    const keys = keysOf(name);
    if (keys.length <= MAX_BRACKETS + 1) put(root, keys, value);
  }
  return asJson(root);
}

/** What has more is dropped (`max_input_nesting_level`). */
const MAX_BRACKETS = 64;

/** Without a prototype, so that any name is a key. */
function nothing(): Nested {
  return Object.create(null);
}

function keysOf(name: string): readonly string[] {
  const open = name.indexOf('[');
  if (open < 0) return [name];
  const inner = [...name.slice(open).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  return [name.slice(0, open), ...inner];
}

function put(target: Nested, keys: readonly string[], value: string): void {
  const [first = '', ...rest] = keys;
  const key = first === '' ? String(Object.keys(target).length) : first;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const known = target[key];
  const inner = typeof known === 'object' ? known : nothing();
  target[key] = inner;
  // `associations[manufacturer][]=` is an empty criteria, not a list with an empty text.
  if (rest.length === 1 && rest[0] === '' && value === '') return;
  put(inner, rest, value);
}

function asJson(nested: Nested): JsonObject {
  return Object.fromEntries(Object.entries(nested).map(([key, value]) => [key, jsonOf(value)]));
}

function jsonOf(value: string | Nested): Json {
  if (typeof value === 'string') return value;
  const json = asJson(value);
  const isList = Object.keys(json).every((key, index) => key === String(index));
  return isList && Object.keys(json).length > 0 ? Object.values(json) : json;
}
