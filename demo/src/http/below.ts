import type { Context } from '../engine/context.ts';
import type { Database, Row, Table } from '../engine/database.ts';
import { linkOf } from '../engine/link.ts';
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

/** What a path below a parent leads to: the entity that is searched, and the rows it is searched among. */
export interface Below {
  readonly table: Table;
  /** The one entity that is asked for; undefined for a list. */
  readonly id: string | undefined;
  /** The entities that the path names, the searched one last. */
  readonly entities: readonly string[];
  rows(context: Context): readonly Row[];
}

/**
 * Reads what follows the entity in `/api/search/product/{id}/categories/{id}/…` (reference, section 1; ApiRouteLoader).
 * Names may be written with dashes or in camelCase, `extensions` is ignored, and so is a slash at the end; undefined
 * when it is no such path.
 */
export function readBelow(database: Database, root: Table, path: string): Below | Answer | undefined {
  const way = wayOf(path);
  if (!way) return undefined;
  let below: Below = { table: root, id: way.id, entities: [root.entity.name], rows: () => root.rows };
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
    rows(context) {
      const link = linkOf(database, above.table, property, context.inheritance);
      return above.table.where('id', id).flatMap((parent) => link.rowsFor(parent));
    },
  };
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
