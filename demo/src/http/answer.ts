import { STATUS_CODES } from 'node:http';
import type { Json, JsonObject } from '../engine/json.ts';

/** What goes back over the wire; `body` undefined sends none. */
export interface Answer {
  readonly status: number;
  readonly body: Json | undefined;
  /** A body that is JSON already. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One error of an answer, as Shopware sends it (reference, section 8). */
export interface ShopError {
  readonly code: string;
  readonly detail: string | null;
  /** Only where it differs from the status' own words. */
  readonly title?: string;
  readonly pointer?: string;
  /** Absent for errors that are not Shopware's own (code `"0"`, OAuth). */
  readonly parameters?: JsonObject | readonly string[];
}

export const NO_CONTENT: Answer = { status: 204, body: undefined };

export function ok(body: Json): Answer {
  return { status: 200, body };
}

/** An answer with errors; all have the status of the answer. */
export function failed(status: number, ...errors: readonly ShopError[]): Answer {
  return { status, body: { errors: errors.map((error) => errorJson(status, error)) } };
}

/** Symfony's own refusals: no route, wrong method, unreadable body. */
export function refusedByFramework(status: number, detail: string): Answer {
  return failed(status, { code: '0', detail });
}

/** A route that only writes, as far as the demo shop goes. */
export function readOnly(): Answer {
  return refusedByFramework(405, 'The demo shop can only be read: nothing is written.');
}

function errorJson(status: number, error: ShopError): JsonObject {
  return {
    status: String(status),
    code: error.code,
    title: error.title ?? STATUS_CODES[status] ?? '',
    detail: error.detail,
    ...(error.pointer === undefined ? {} : { source: { pointer: error.pointer } }),
    ...(error.parameters === undefined ? {} : { meta: { parameters: phpObject(error.parameters) } }),
  };
}

/** PHP writes an empty object as an empty list. */
export function phpObject(object: JsonObject | readonly string[]): Json {
  return Object.keys(object).length === 0 ? [] : object;
}
