import { has } from '../shopware/changes.ts';
import type { Refusal } from '../shopware/refusal.ts';
import { type Entity, type Field, hasFlag, isReadable, type Property } from './entitySchema.ts';
import { accessorNotAllowed, runtimeRefused } from './pathRefusals.ts';
import type { PathContext, PathRequest } from './resolvePath.ts';

/** A path in its parts, as the check of access goes over it. */
export interface CheckedPath {
  readonly parts: readonly { readonly text: string }[];
  /** Index of the first part that names a property. */
  readonly first: number;
  /** The foreign key that answers for the end of the path, and where that begins (step 0). */
  readonly foreignKey: { readonly index: number; readonly field: Field } | undefined;
}

/** What may not be read. */
export interface AccessFault {
  readonly fault: 'not-readable' | 'runtime';
  /** Of the part at fault. */
  readonly index: number;
  /** The entity that `property` belongs to. */
  readonly entity: string;
  readonly property: Property;
  readonly refusal: Refusal;
}

/**
 * Step A of a path (reference, section 5.1; ApiCriteriaValidator): goes over names that it does not know, and ends at
 * the first field that is not translated.
 */
export function accessFault(path: CheckedPath, request: PathRequest, context: PathContext): AccessFault | undefined {
  const { parts, first } = path;
  let entity = context.schema.entity(request.root);
  for (let index = first; entity && index < parts.length; index++) {
    const foreignKey = path.foreignKey?.index === index ? path.foreignKey.field : undefined;
    const property: Property | undefined = entity.properties.get(parts[index]?.text ?? '') ?? foreignKey;
    if (!property) continue;
    const fault = faultOf(entity, foreignKey ?? property, request, context);
    if (fault) {
      const refusal = fault === 'runtime' ? runtimeRefused(request) : accessorNotAllowed(request);
      return { fault, index, entity: entity.name, property, refusal };
    }
    entity = foreignKey ? undefined : entityBehind(entity, property, context);
  }
  return undefined;
}

/** Behind a translated property, step A looks on in the entity of its translation; undefined where it ends. */
function entityBehind(entity: Entity, property: Property, { schema }: PathContext): Entity | undefined {
  if (property.kind === 'association') return schema.entity(property.entity);
  return hasFlag(property, 'translatable') ? schema.entity(`${entity.name}_translation`) : undefined;
}

/**
 * The flags of a translated property are those of the translation's (nine names in the Store API). Nobody checks what
 * `scoreField` may read (section 2.3); a column that there is not cannot be read all the same.
 */
function faultOf(
  entity: Entity,
  property: Property,
  { use }: PathRequest,
  context: PathContext,
): AccessFault['fault'] | undefined {
  const checked = translated(entity, property, context);
  if (hasFlag(checked, 'api_criteria_aware')) return undefined;
  if (!isReadable(checked, context.api)) return use === 'score' ? undefined : 'not-readable';
  return hasFlag(checked, 'runtime') && has(context.version, 'runtimeFieldsRefused') ? 'runtime' : undefined;
}

function translated(entity: Entity, property: Property, { schema }: PathContext): Property {
  if (!hasFlag(property, 'translatable')) return property;
  return schema.entity(`${entity.name}_translation`)?.properties.get(property.name) ?? property;
}
