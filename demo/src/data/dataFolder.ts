import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseError, parse as parseTolerantly } from 'jsonc-parser';
import {
  type Entity,
  type EntitySchema,
  NotAnEntitySchema,
  parseEntitySchema,
} from '../../../server/src/schema/entitySchema.ts';
import { primaryKeyOf, type RowsByEntity } from '../engine/database.ts';
import type { JsonObject } from '../engine/json.ts';
import { readRowList } from './rowsText.ts';

/** Says in one sentence which file of a data folder cannot be used and why. */
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
 * @throws {UnusableData} when a file is missing or damaged
 */
export function readDataFolder(folder: string): DataFolder {
  const schemaFile = join(folder, 'entity-schema.json');
  const schemaText = readText(schemaFile);
  const schema = readSchema(schemaText, schemaFile);
  const rows: Record<string, readonly JsonObject[]> = {};
  for (const name of listRows(join(folder, 'rows'))) {
    const entity = schema.entity(name.slice(0, -'.json'.length));
    const file = join(folder, 'rows', name);
    if (!entity) throw new UnusableData(`${file}: ${schemaFile} knows no entity of this name.`);
    rows[entity.name] = readRowsOf(entity, file);
  }
  return { schemaText, schema, rows };
}

function readRowsOf(entity: Entity, file: string): readonly JsonObject[] {
  const list = readRowList(parse(readText(file), file));
  if (!list) throw new UnusableData(`${file} is no JSON list of objects.`);
  const keys = primaryKeyOf(entity);
  const odd = list.findIndex((row) => keys.some((key) => typeof row[key] !== 'string'));
  if (odd < 0) return list;
  throw new UnusableData(`${file}: row ${odd + 1} lacks its primary key (${keys.join(', ')}).`);
}

function listRows(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    throw new UnusableData(`There is no folder ${folder} with the rows (rows/<entity>.json).`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UnusableData(`${file} cannot be read: a data folder holds entity-schema.json and rows/<entity>.json.`);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableData(`${file} is no valid JSON (${placeOfFault(text)}).`);
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
