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

/** What a path below a parent leads to: the entity that is searched, and the rows it is searched among. */
export interface Below {
  readonly table: Table;
  /** The entities that the path names, the searched one last. */
  readonly entities: readonly string[];
  rows(context: Context): readonly Row[];
}

/**
 * Reads what follows the entity in `/api/search/product/{id}/categories/{id}/…` (reference, section 1). Names may be
 * written with dashes or in camelCase, `extensions` is ignored; undefined when it is no such path.
 */
export function readBelow(database: Database, root: Table, path: string): Below | Answer | undefined {
  const steps = stepsOf(path);
  if (!steps) return undefined;
  let below: Below = { table: root, entities: [root.entity.name], rows: () => root.rows };
  for (const step of steps) {
    const next = stepBelow(database, below, step);
    if ('status' in next) return next;
    below = next;
  }
  return below;
}

function stepsOf(path: string): readonly Step[] | undefined {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'extensions');
  const steps: Step[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const [id = '', association] = parts.slice(index, index + 2);
    if (!/^[0-9a-f]{32}$/.test(id) || association === undefined) return undefined;
    steps.push({ id, association: camelCase(association.replaceAll('-', '_')) });
  }
  return steps;
}

function stepBelow(database: Database, above: Below, { id, association: name }: Step): Below | Answer {
  const { entity } = above.table;
  const property = entity.properties.get(name);
  if (!property) return unknownRelation(`${entity.name}.${name}`);
  const table = property.kind === 'association' ? database.table(property.entity) : undefined;
  if (property.kind !== 'association' || !table) return noAssociation(name);
  return {
    table,
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
