import type { Refusal } from '../../../server/src/shopware/refusal.ts';
import type { JsonObject } from './json.ts';

/** A refusal that only the rows decide, thrown from the middle of a search; the HTTP side answers with it. */
export class Refused extends Error {
  override name = 'Refused';
  readonly status: number;
  /** As sent: `FRAMEWORK__…`, `"0"` or the database's number. */
  readonly code: string;
  /** `meta.parameters` of the answer. */
  readonly parameters: JsonObject;

  constructor(status: number, code: string, detail: string, parameters: JsonObject = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.parameters = parameters;
  }
}

/** What is known from the schema, met while the rows are searched. */
export function refusedAs({ status, code, detail, parameters }: Refusal): Refused {
  return new Refused(status, code, detail, JSON.parse(JSON.stringify(parameters ?? {})));
}

/** What the database refuses, in its words; its number is the code (reference, section 8). */
export function refusedByDatabase(number: number, said: string): Refused {
  return new Refused(500, String(number), `An exception occurred while executing a query: SQLSTATE${said}`);
}

/** The refusal of a text that is no id. */
export function invalidId(value: string): Refused {
  return new Refused(400, 'FRAMEWORK__INVALID_UUID', `Value is not a valid UUID: ${value}`, { input: value });
}
