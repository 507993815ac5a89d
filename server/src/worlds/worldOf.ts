import type { World } from '../analysis/world.ts';
import type { DirectiveValues, DocumentContext, SchemaReference } from '../protocol.ts';
import { BUNDLED_PREFIX, bundledSchema, lineOf, NEWEST_SHOPWARE } from '../schema/bundled/index.ts';
import type { EntitySchema } from '../schema/entitySchema.ts';
import { parseVersion, type ShopwareVersion } from '../shopware/version.ts';

/** The schema that a context names: one of ours, or one to ask for by its id. */
export type WantedSchema = { readonly bundled: EntitySchema } | { readonly id: string };

/** Which schema a document is checked against: the shop's, else the bundled one of the version in force. */
export function wantedSchema(context: DocumentContext, directives: DirectiveValues): WantedSchema {
  const { schema } = context;
  if (schema && !schema.id.startsWith(BUNDLED_PREFIX)) return { id: schema.id };
  if (!schema) return { bundled: bundledSchema(lineOf(versionInForce(context, directives).version)) };
  const line = parseVersion(schema.id.slice(BUNDLED_PREFIX.length));
  return { bundled: bundledSchema(lineOf(line ?? NEWEST_SHOPWARE)) };
}

/**
 * Puts the world of one document together. `schema` is the one that was loaded; leave it out where it could not be
 * loaded: then the bundled one takes its place.
 */
export function worldOf(context: DocumentContext, directives: DirectiveValues, schema?: EntitySchema): World {
  const { version, known } = versionInForce(context, directives);
  const { shop, limits, rules, shops, vars } = context;
  return {
    schema: schema ?? bundledSchema(lineOf(version)),
    schemaSource: schema === undefined ? 'bundled' : sourceOf(context.schema),
    api: directives.api ?? 'admin',
    version,
    versionKnown: known,
    limits: limits ?? {},
    rules,
    shops,
    ...(vars === undefined ? {} : { vars }),
    ...(shop === undefined ? {} : { shop }),
  };
}

/** The id of the schema that a world ended up with: the shop's, or the bundled one that took its place. */
export function schemaIdOf({ schema }: DocumentContext, { schemaSource, version }: World): string {
  if (schema && (schemaSource !== 'bundled' || schema.id.startsWith(BUNDLED_PREFIX))) return schema.id;
  return `${BUNDLED_PREFIX}${lineOf(version)}`;
}

function sourceOf(reference: SchemaReference | undefined): World['schemaSource'] {
  return reference?.source ?? 'bundled';
}

/** `@shopware`, else the shop's version, else the schema's, else the newest known (contract, section 1). */
function versionInForce(
  { shopware, schema }: DocumentContext,
  directives: DirectiveValues,
): { version: ShopwareVersion; known: boolean } {
  for (const text of [directives.shopware, shopware, schema?.version]) {
    const version = text === undefined ? undefined : parseVersion(text);
    if (version) return { version, known: true };
  }
  return { version: NEWEST_SHOPWARE, known: false };
}
