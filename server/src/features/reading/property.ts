import { type Association, type Field, hasFlag, isReadable, type Property } from '../../schema/entitySchema.ts';

/** What a property is, in a few words: `string`, `many to one · product_manufacturer`. */
export function kindOfProperty(property: Property): string {
  if (property.kind === 'association') return `${relationOf(property)} · ${property.entity}`;
  return typeOfField(property).replace('json_object', 'JSON object').replace('json_list', 'JSON list');
}

/** A field's type, or an association's relation, as the schema spells it. */
export function typeOfProperty(property: Property): string {
  return property.kind === 'association' ? property.relation : typeOfField(property);
}

function relationOf({ relation }: Association): string {
  return relation.replaceAll('_', ' ');
}

/** A class name of PHP is cut to its last part. */
function typeOfField({ type, rawType }: Field): string {
  return type === 'opaque' ? (rawType.split('\\').at(-1) ?? rawType) : type;
}

/** What else is to know about a property, one sentence each, in Markdown. */
export function remarksOn(property: Property): readonly string[] {
  const remarks: string[] = [];
  if (property.description !== undefined) remarks.push(property.description);
  if (hasFlag(property, 'primary_key')) remarks.push('Primary key.');
  if (hasFlag(property, 'required')) remarks.push('Required when it is written.');
  if (hasFlag(property, 'translatable'))
    remarks.push('Translated: in the language of the request, with its fallbacks.');
  if (hasFlag(property, 'inherited')) remarks.push('A variant without a value of its own inherits the parent’s.');
  if (hasFlag(property, 'runtime')) remarks.push('Calculated when the shop answers: not usable in a criteria.');
  if (hasFlag(property, 'extension')) remarks.push('Added by a plugin or app.');
  if (hasFlag(property, 'deprecated')) remarks.push(deprecation(property));
  if (hasFlag(property, 'write_protected')) remarks.push('Cannot be written through the API.');
  remarks.push(...readers(property));
  return remarks;
}

function deprecation({ flags }: Property): string {
  const { deprecated } = flags;
  const version = typeof deprecated === 'object' && deprecated !== null && 'version' in deprecated;
  return version ? `Deprecated: it goes away with ${String(deprecated.version)}.` : 'Deprecated.';
}

function readers(property: Property): readonly string[] {
  const admin = isReadable(property, 'admin');
  const store = isReadable(property, 'store');
  if (admin && store) return [];
  if (admin) return ['Only in the Admin API.'];
  if (store) return ['Only in the Store API.'];
  return ['No API gives it away.'];
}
