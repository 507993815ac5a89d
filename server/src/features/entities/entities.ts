import type { EntitySummary, PropertySummary } from '../../protocol.ts';
import { type EntitySchema, hasFlag, isReadable, type Property } from '../../schema/entitySchema.ts';
import { remarksOn, typeOfProperty } from '../reading/property.ts';

/** The entities of a schema, by name. */
export function entitySummaries(schema: EntitySchema): readonly EntitySummary[] {
  return schema.entityNames.toSorted().map((name) => {
    const properties = [...(schema.entity(name)?.properties.values() ?? [])];
    const associations = properties.filter(({ kind }) => kind === 'association').length;
    return { name, kind: kindOf(name, schema), properties: properties.length - associations, associations };
  });
}

function kindOf(name: string, schema: EntitySchema): EntitySummary['kind'] {
  if (schema.isMapping(name)) return 'mapping';
  return name.endsWith('_translation') ? 'translation' : 'entity';
}

/** The properties of an entity, in the schema's order; empty for an entity that the schema does not have. */
export function propertySummaries(schema: EntitySchema, entity: string): readonly PropertySummary[] {
  return [...(schema.entity(entity)?.properties.values() ?? [])].map(summaryOf);
}

function summaryOf(property: Property): PropertySummary {
  const isAssociation = property.kind === 'association';
  const apis = (['admin', 'store'] as const).filter(
    (api) => isReadable(property, api) || hasFlag(property, 'api_criteria_aware'),
  );
  return {
    name: property.name,
    kind: property.kind,
    type: typeOfProperty(property),
    ...(isAssociation ? { entity: property.entity } : {}),
    toMany: isAssociation && property.toMany,
    primaryKey: hasFlag(property, 'primary_key'),
    required: hasFlag(property, 'required'),
    translated: hasFlag(property, 'translatable'),
    runtime: hasFlag(property, 'runtime'),
    inherited: hasFlag(property, 'inherited'),
    deprecated: hasFlag(property, 'deprecated'),
    extension: hasFlag(property, 'extension'),
    apis: hasFlag(property, 'runtime') ? [] : apis,
    description: remarksOn(property).join('  \n'),
  };
}
