import type { EntitySchema } from '../../../server/src/schema/entitySchema.ts';
import { type PathUse, resolvePath } from '../../../server/src/schema/resolvePath.ts';
import type { Aggregation } from '../engine/aggregationParser.ts';
import type { Context } from '../engine/context.ts';
import type { Criteria } from '../engine/criteria.ts';
import { fieldsOf } from '../engine/filter.ts';
import { type Answer, failed } from './answer.ts';
import { type Caller, may } from './caller.ts';

/** The answer to a caller who may not read all of these entities; undefined for one who may. */
export function refuseEntities(caller: Caller, entities: readonly string[]): Answer | undefined {
  const missing = [...new Set(entities.map((entity) => `${entity}:read`))].filter((name) => !may(caller, name));
  if (missing.length === 0) return undefined;
  return failed(403, {
    code: 'FRAMEWORK__MISSING_PRIVILEGE_ERROR',
    detail: JSON.stringify({ message: 'Missing privilege', missingPrivileges: missing }),
    parameters: {},
  });
}

/**
 * Every entity that a criteria needs the right to read: the searched one, the loaded associations, and what the paths
 * cross. Not asked for: `fields`, `scoreField`, the entities of an `entity` aggregation (reference, section 2.6).
 */
export function entitiesOf(
  schema: EntitySchema,
  context: Context,
  entity: string,
  criteria: Criteria,
): readonly string[] {
  const associated = [...criteria.associations].flatMap(([name, nested]) => {
    const property = schema.entity(entity)?.properties.get(name);
    return property?.kind === 'association' ? entitiesOf(schema, context, property.entity, nested) : [];
  });
  const crossed = pathsOf(criteria).flatMap(({ text, use }) => {
    const { associations, target } = resolvePath({ text, root: entity, use }, { schema, ...context });
    return [...associations, ...(target?.kind === 'association' ? [target] : [])].map((one) => one.entity);
  });
  return [entity, ...associated, ...crossed];
}

interface Path {
  readonly text: string;
  readonly use: PathUse;
}

function pathsOf(criteria: Criteria): readonly Path[] {
  const { filters, postFilters, queries, sortings, grouping, aggregations } = criteria;
  const filtered = [...filters, ...postFilters, ...queries.map(({ filter }) => filter)].flatMap(fieldsOf);
  return [
    ...filtered.map((text) => ({ text, use: 'filter' as const })),
    ...sortings.map(({ field }) => ({ text: field, use: 'sort' as const })),
    ...grouping.map((text) => ({ text, use: 'grouping' as const })),
    ...aggregations.flatMap(pathsOfAggregation),
  ];
}

function pathsOfAggregation(aggregation: Aggregation): readonly Path[] {
  if (aggregation.type === 'filter') {
    const filtered = aggregation.filters.flatMap(fieldsOf).map((text) => ({ text, use: 'filter' as const }));
    return [...filtered, ...pathsOfAggregation(aggregation.nested)];
  }
  const own: Path = { text: aggregation.field, use: 'aggregation' };
  const nested = 'nested' in aggregation && aggregation.nested ? pathsOfAggregation(aggregation.nested) : [];
  const sorting = 'sorting' in aggregation ? aggregation.sorting : undefined;
  const sorted: readonly Path[] = sorting ? [{ text: sorting.field, use: 'aggregation' }] : [];
  return [own, ...sorted, ...nested];
}
