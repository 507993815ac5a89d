import type { DirectiveValues } from '../protocol.ts';
import type { EntitySchema } from '../schema/entitySchema.ts';
import { readRoute } from '../schema/routePath.ts';
import { storeRouteAt } from '../shopware/routes.ts';
import type { ShopwareVersion } from '../shopware/version.ts';
import { type Directive, directiveValues, readDirectives } from './directives.ts';
import { entityOfFileName } from './entityName.ts';
import { parseSyntax, type Syntax } from './syntax.ts';
import { type TypedNode, typeTree } from './typedTree.ts';

/** A criteria file as text only: what can be said before a schema is known. */
export interface CriteriaText {
  readonly uri: string;
  readonly syntax: Syntax;
  readonly directives: readonly Directive[];
  readonly values: DirectiveValues;
}

/** A criteria file with the role of every node. */
export interface CriteriaDocument extends CriteriaText {
  /** The entity in force at the root, whether or not the schema knows it; undefined where nothing tells. */
  readonly entity: string | undefined;
  readonly entityFrom: 'directive' | 'path' | 'file name' | 'caller' | undefined;
  /** Undefined where the text holds no value at all. */
  readonly root: TypedNode | undefined;
}

/** Reads a text once; the result does not change with shop or schema. */
export function readCriteria(uri: string, text: string): CriteriaText {
  const directives = readDirectives(text);
  return { uri, syntax: parseSyntax(text), directives, values: directiveValues(directives) };
}

/**
 * Gives every node its role and the entity in force, walking the tree along the grammar once.
 * `fallbackEntity` is used where neither directive nor file name tells (`--entity` of the command line).
 */
export function typeCriteria(
  text: CriteriaText,
  schema: EntitySchema,
  version: ShopwareVersion,
  fallbackEntity?: string,
): CriteriaDocument {
  const named = nameEntity(text, schema, fallbackEntity);
  const { root } = text.syntax;
  return { ...text, ...named, root: root ? typeTree(root, schema, version, named.entity) : undefined };
}

function nameEntity(
  text: CriteriaText,
  schema: EntitySchema,
  fallback: string | undefined,
): Pick<CriteriaDocument, 'entity' | 'entityFrom'> {
  const { entity, path } = text.values;
  const route = path === undefined ? undefined : readRoute(path, schema);
  // Where the route leads nowhere, nothing else tells what is searched.
  if (route) return { entity: route.entity, entityFrom: 'path' };
  if (entity !== undefined) return { entity, entityFrom: 'directive' };
  const fromFile = entityOfFileName(text.uri, schema);
  if (fromFile !== undefined) return { entity: fromFile, entityFrom: 'file name' };
  const listed = path === undefined ? undefined : storeRouteAt(path)?.entity;
  if (listed !== undefined) return { entity: listed, entityFrom: 'path' };
  if (fallback !== undefined) return { entity: fallback.replaceAll('-', '_'), entityFrom: 'caller' };
  return { entity: undefined, entityFrom: undefined };
}
