import type { Association, Entity } from '../../../server/src/schema/entitySchema.ts';
import type { Database, Table } from '../engine/database.ts';
import type { Filter } from '../engine/filter.ts';
import { Refused } from '../engine/refused.ts';
import { camelCase } from '../engine/translated.ts';
import { type Answer, failed } from './answer.ts';

/** One step below a parent: `/{id}/{association}`. */
interface Step {
  readonly id: string;
  readonly association: string;
}

/** Steps, and the id of one entity at their end where the path names one. */
interface Way {
  readonly steps: readonly Step[];
  readonly id: string | undefined;
}

/** What a path below a parent leads to: the entity that is searched, and what keeps the search below the parent. */
export interface Below {
  readonly table: Table;
  /** The one entity that is asked for; undefined for a list. */
  readonly id: string | undefined;
  /** The entities that the path names, the searched one last. */
  readonly entities: readonly string[];
  /**
   * Undefined where the path names no parent.
   * @throws {Refused} where no association leads back to the parent
   */
  filter(): Filter | undefined;
}

/**
 * Reads what follows the entity in `/api/search/product/{id}/categories/{id}/…` (reference, section 1; ApiRouteLoader).
 * Names may be written with dashes or in camelCase, `extensions` is ignored, and so is a slash at the end; undefined
 * when it is no such path.
 */
export function readBelow(database: Database, root: Table, path: string): Below | Answer | undefined {
  const way = wayOf(path);
  if (!way) return undefined;
  let below: Below = { table: root, id: way.id, entities: [root.entity.name], filter: () => undefined };
  for (const step of way.steps) {
    const next = stepBelow(database, below, step);
    if ('status' in next) return next;
    below = next;
  }
  return below;
}

/** An id in a path, and the steps below a parent, as parts of regular expressions. */
export const ID = '[0-9a-f]{32}';
export const STEPS = `(?:/${ID}/(?:extensions/)?[a-zA-Z-]+)*`;

const WAY = new RegExp(`^${STEPS}(?:/${ID})?/?$`);

function wayOf(path: string): Way | undefined {
  if (!WAY.test(path)) return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== 'extensions');
  const steps: Step[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [id = '', association = ''] = parts.slice(index, index + 2);
    steps.push({ id, association: camelCase(association.replaceAll('-', '_')) });
  }
  return { steps, id: parts.length % 2 === 1 ? parts.at(-1) : undefined };
}

function stepBelow(database: Database, above: Below, { id, association: name }: Step): Below | Answer {
  const { entity } = above.table;
  const property = entity.properties.get(name);
  if (!property) return unknownRelation(`${entity.name}.${name}`);
  const table = property.kind === 'association' ? database.table(property.entity) : undefined;
  if (property.kind !== 'association' || !table) return noAssociation(name);
  return {
    table,
    id: above.id,
    entities: [...above.entities, property.entity],
    filter: () => ({ kind: 'equals', field: wayBack(entity, property, table.entity), value: id }),
  };
}

/**
 * The field of the searched entity that holds the parent's id (ApiController::fetchListing). Of a to-one association it
 * is the first that leads back to the parent's entity, which need not be the inverse: below `cover` stand all pictures
 * of a product.
 */
function wayBack(parent: Entity, association: Association, { name, properties }: Entity): string {
  const { relation, mapping, referenceField } = association;
  if (relation === 'one_to_many' && referenceField !== null) return referenceField;
  const back = [...properties.values()].find((property) => {
    if (property.kind !== 'association') return false;
    if (relation === 'many_to_many') return property.relation === relation && property.mapping === mapping;
    if (property.entity !== parent.name || property.relation === 'many_to_many') return false;
    return relation === 'many_to_one' || property.relation === relation;
  });
  if (back) return `${back.name}.id`;
  const detail = `Can not find reverse association in entity ${name} which should have an association to entity ${parent.name}`;
  const parameters = { source: name, target: parent.name };
  throw new Refused(500, 'FRAMEWORK__MISSING_REVERSE_ASSOCIATION', detail, parameters);
}

function unknownRelation(path: string): Answer {
  return failed(404, {
    code: 'FRAMEWORK__NOT_EXISTING_RELATION_EXCEPTION',
    detail: `Resource at path "${path}" is not an existing relation.`,
    parameters: { path },
  });
}

/** The unreplaced `%s` is Shopware's. */
function noAssociation(name: string): Answer {
  return failed(400, {
    code: 'FRAMEWORK__API_INVALID_ASSOCIATION',
    detail: 'Field "%s" is not a valid association field.',
    parameters: { path: `Field "${name}" is not a valid association field.` },
  });
}
