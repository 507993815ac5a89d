import { isJsonList, isJsonObject, type Json, type JsonObject, objects } from '../engine/json.ts';
import type { Exchange, WireAnswer } from './exchanges.ts';

/** Status and code of the first error, as far as the recording kept the body. */
export function sameVerdict({ answer }: Exchange, own: WireAnswer): boolean {
  return answer.status === own.status && (isLeftOut(answer.body) || firstCode(answer.body) === firstCode(own.body));
}

/**
 * The whole body with the same keys and values. Random values and times of changes count as the same, and so do the
 * addresses of the two shops and the texts of PHP and SQL errors. Where the criteria leaves the order open, rows may
 * swap, and a page of them may hold others of the same kind.
 */
export function sameBody(exchange: Exchange, own: WireAnswer): boolean {
  const recorded = exchange.answer.body;
  if (isLeftOut(recorded) || comparable(recorded) === comparable(own.body)) return true;
  const criteria = criteriaOf(exchange);
  if (hasOrder(criteria)) return false;
  const [theirs, ours] = [recorded, own.body].map((body) => withoutOrder(comparableJson(body), criteria));
  return JSON.stringify(theirs) === JSON.stringify(ours);
}

/** Bodies that were too large for the recording. */
function isLeftOut(body: Json): boolean {
  return isJsonObject(body) && ('$file' in body || '$omitted' in body);
}

/** The code of the first error of a body; undefined where it has none. */
export function firstCode(body: Json): string | undefined {
  const [error] = isJsonObject(body) ? objects(body.errors) : [];
  return error && String(error.code);
}

function comparable(body: Json): string {
  return JSON.stringify(comparableJson(body));
}

const ARBITRARY = ['access_token', 'refresh_token', 'token', 'updatedAt'];

function comparableJson(value: Json): Json {
  if (typeof value === 'string') return value.replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://shop');
  if (isJsonList(value)) return value.map(comparableJson);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, isArbitrary(value, key) ? '…' : comparableJson(part)]));
}

function isArbitrary(object: JsonObject, key: string): boolean {
  if (ARBITRARY.includes(key)) return object[key] !== null;
  return key === 'detail' && object.status === '500' && /^\d+$/.test(String(object.code));
}

function criteriaOf({ body }: Exchange): JsonObject {
  try {
    const criteria: Json = JSON.parse(body ?? '{}');
    return isJsonObject(criteria) ? criteria : {};
  } catch {
    return {};
  }
}

/** Whether the criteria and those of its associations say which row comes first. */
function hasOrder({ ids, sort, associations }: JsonObject): boolean {
  const isUnique = ids !== undefined || objects(sort).at(-1)?.field === 'id';
  return isUnique && objects(associations).every(hasOrder);
}

function withoutOrder(body: Json, { limit }: JsonObject): Json {
  if (!isJsonObject(body)) return anyOrder(body);
  const entries = Object.entries(body).map(([key, value]) => {
    const isPage = isJsonList(value) && value.length > 0 && value.length === Number(limit);
    return [key, isPage ? value.map(kindOf) : anyOrder(value)];
  });
  return Object.fromEntries(entries);
}

function anyOrder(value: Json): Json {
  if (isJsonList(value)) return value.map(anyOrder).toSorted((one, other) => (text(one) < text(other) ? -1 : 1));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, anyOrder(part)]));
}

/** The keys of a row, without its values. */
function kindOf(row: Json): Json {
  return isJsonObject(row) ? Object.keys(row) : typeof row;
}

function text(value: Json): string {
  return JSON.stringify(value);
}
