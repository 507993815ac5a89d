import type { Api } from '../../../server/src/schema/entitySchema.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';
import { isJsonObject, type Json } from './json.ts';

/** An entity of an answer while it is being put together. */
export interface EntityJson {
  [property: string]: Json;
}

/** What reading needs of the shop and of the request. */
export interface Reading {
  readonly database: Database;
  readonly context: Context;
  /** Whose properties are shown, where it is not the API that was asked. */
  readonly shownTo?: Api;
}

/** Everything that no property of the entity holds stands under `extensions`. */
export function addExtension(entity: EntityJson, name: string, value: Json): void {
  const { extensions } = entity;
  entity.extensions = isJsonObject(extensions) ? { ...extensions, [name]: value } : { [name]: value };
}
