import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseError, parse as parseTolerantly } from 'jsonc-parser';
import { type EntitySchema, NotAnEntitySchema, parseEntitySchema } from '../../../server/src/schema/entitySchema.ts';
import type { RowsByEntity } from '../engine/database.ts';
import type { JsonObject } from '../engine/json.ts';
import { missingRows, type NeededRow, rowFaults } from './checkRows.ts';
import { readRowList } from './rowsText.ts';

/** Says which files of a data folder cannot be used and why, a line each. */
export class UnusableData extends Error {
  override name = 'UnusableData';
}

/** A data folder: the schema's text as the shop sends it, and the rows. */
export interface DataFolder {
  readonly schemaText: string;
  readonly schema: EntitySchema;
  readonly rows: RowsByEntity;
}

/**
 * Reads a folder with `entity-schema.json` and `rows/<entity>.json`, one JSON list an entity.
 * @throws {UnusableData} when a file is missing or damaged, or rows are not what the API would show
 */
export function readDataFolder(folder: string): DataFolder {
  const schemaFile = join(folder, 'entity-schema.json');
  const schemaText = readText(schemaFile);
  const schema = readSchema(schemaText, schemaFile);
  const rows: Record<string, readonly JsonObject[]> = {};
  const faults: string[] = [];
  for (const name of listRows(join(folder, 'rows'))) {
    const entity = schema.entity(name.slice(0, -'.json'.length));
    const file = join(folder, 'rows', name);
    if (!entity) throw new UnusableData(`${file}: ${schemaFile} knows no entity of this name.`);
    const list = readRowsOf(file);
    for (const fault of rowFaults(entity, list)) faults.push(`${file}: ${fault}`);
    rows[entity.name] = list;
  }
  refuseFaults([...missingRows(rows).map((row) => missingRow(join(folder, 'rows'), row)), ...faults]);
  return { schemaText, schema, rows };
}

function readRowsOf(file: string): readonly JsonObject[] {
  const list = readRowList(parse(readText(file), file));
  if (!list) throw new UnusableData(`${file} is not a JSON list of objects.`);
  return list;
}

function missingRow(folder: string, { entity, id, what }: NeededRow): string {
  const file = join(folder, `${entity}.json`);
  return `${file} must hold ${what}, the row with the id ${id}: a shop refuses every request without it.`;
}

/** How many faults are told at once. */
const FAULTS_TOLD = 5;

function refuseFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const more = faults.length - FAULTS_TOLD;
  const rest = more > 0 ? [`Faults that are not shown: ${more}.`] : [];
  throw new UnusableData([...faults.slice(0, FAULTS_TOLD), ...rest].join('\n'));
}

function listRows(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    throw new UnusableData(`There is no folder ${folder} with the rows (rows/<entity>.json).`);
  }
}

/** Editors of Windows write it before everything else. */
const BYTE_ORDER_MARK = /^\uFEFF/;

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(BYTE_ORDER_MARK, '');
  } catch {
    throw new UnusableData(`${file} cannot be read: a data folder holds entity-schema.json and rows/<entity>.json.`);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableData(`${file} is not valid JSON (${placeOfFault(text)}).`);
  }
}

function placeOfFault(text: string): string {
  const errors: ParseError[] = [];
  parseTolerantly(text, errors, { disallowComments: true });
  const before = text.slice(0, errors[0]?.offset ?? 0).split('\n');
  return `line ${before.length}, column ${1 + (before.at(-1)?.length ?? 0)}`;
}

function readSchema(text: string, file: string): EntitySchema {
  try {
    return parseEntitySchema(text);
  } catch (error) {
    if (error instanceof NotAnEntitySchema) throw new UnusableData(`${file}: ${error.message}`);
    throw error;
  }
}
