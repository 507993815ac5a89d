import type { Entity, FieldType } from '../../../server/src/schema/entitySchema.ts';
import { DEFAULT_CURRENCY, SYSTEM_LANGUAGE } from '../engine/context.ts';
import { primaryKeyOf, type RowsByEntity } from '../engine/database.ts';
import type { Json, JsonObject } from '../engine/json.ts';

/** What is wrong with the rows of one entity, one sentence each, by the number of the row in its file. */
export function* rowFaults(entity: Entity, rows: readonly JsonObject[]): Generator<string> {
  const keys = primaryKeyOf(entity);
  const numbers = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const number = index + 1;
    if (keys.some((key) => typeof row[key] !== 'string')) {
      yield `row ${number} lacks its primary key (${keys.join(', ')}).`;
      continue;
    }
    const key = keys.map((name) => row[name]).join('-');
    const first = numbers.get(key);
    if (first === undefined) numbers.set(key, number);
    else yield `row ${number} has the primary key of row ${first} (${key}).`;
    yield* valueFaults(entity, row, number);
  }
}

function* valueFaults(entity: Entity, row: JsonObject, number: number): Generator<string> {
  for (const [name, value] of Object.entries(row)) {
    const property = entity.properties.get(name);
    if (property?.kind !== 'field' || value === null) continue;
    const form = property.properties.has(SETTING) ? undefined : FORMS[property.type];
    if (form && !form.fits(value)) {
      yield `row ${number}: "${name}" must be ${form.says}, and is ${JSON.stringify(value).slice(0, 40)}.`;
    }
  }
}

/** What the API shows of a type of fields. */
interface Form {
  /** "must be …" */
  readonly says: string;
  fits(value: Json): boolean;
}

const UUID: Form = { says: 'an id of 32 hex digits', fits: (value) => matches(/^[0-9a-f]{32}$/, value) };
const TEXT: Form = { says: 'a text', fits: (value) => typeof value === 'string' };
const WHOLE: Form = { says: 'a whole number', fits: (value) => Number.isInteger(value) };
const NUMBER: Form = { says: 'a number', fits: (value) => typeof value === 'number' };
const SWITCH: Form = { says: 'true or false', fits: (value) => typeof value === 'boolean' };
const STRUCTURE: Form = { says: 'an object or a list', fits: (value) => typeof value === 'object' };
const TIME: Form = {
  says: 'a time such as "2025-05-01T04:30:00.000+00:00"',
  fits: (value) =>
    matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/, value) && !Number.isNaN(Date.parse(String(value))),
};

const FORMS: Readonly<Record<FieldType, Form | undefined>> = {
  uuid: UUID,
  string: TEXT,
  text: TEXT,
  password: TEXT,
  blob: undefined,
  int: WHOLE,
  float: NUMBER,
  boolean: SWITCH,
  date: TIME,
  json_object: STRUCTURE,
  json_list: STRUCTURE,
  opaque: undefined,
};

/** A setting may be any JSON: the schema gives it a part of this name (ConfigJsonField). */
const SETTING = '_value';

function matches(form: RegExp, value: Json): boolean {
  return typeof value === 'string' && form.test(value);
}

/** A row without which a shop refuses every request. */
export interface NeededRow {
  readonly entity: string;
  readonly id: string;
  readonly what: string;
}

const NEEDED: readonly NeededRow[] = [
  { entity: 'language', id: SYSTEM_LANGUAGE, what: 'the system language' },
  { entity: 'currency', id: DEFAULT_CURRENCY, what: 'the default currency' },
];

/** The rows that every request needs and these rows do not hold. */
export function missingRows(rows: RowsByEntity): readonly NeededRow[] {
  return NEEDED.filter(({ entity, id }) => !rows[entity]?.some((row) => row.id === id));
}
