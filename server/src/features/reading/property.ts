import { t } from '@vscode/l10n';
import type { CustomField } from '../../protocol.ts';
import { type Association, type Field, hasFlag, isReadable, type Property } from '../../schema/entitySchema.ts';

/** What a property is, in a few words: `string`, `many to one · product_manufacturer`. */
export function kindOfProperty(property: Property): string {
  if (property.kind === 'association') return `${relationOf(property)} · ${property.entity}`;
  if (property.customField) return property.customField.type;
  switch (property.type) {
    case 'json_object':
      return t('JSON object');
    case 'json_list':
      return t('JSON list');
    default:
      return typeOfField(property);
  }
}

/** A field's type, or an association's relation, as the schema spells it. */
export function typeOfProperty(property: Property): string {
  return property.kind === 'association' ? property.relation : typeOfField(property);
}

/** An association's relation in words. */
export function relationOf({ relation }: Association): string {
  switch (relation) {
    case 'one_to_one':
      return t('one to one');
    case 'one_to_many':
      return t('one to many');
    case 'many_to_one':
      return t('many to one');
    case 'many_to_many':
      return t('many to many');
  }
}

/** A class name of PHP is cut to its last part. */
function typeOfField({ type, rawType }: Field): string {
  return type === 'opaque' ? (rawType.split('\\').at(-1) ?? rawType) : type;
}

/** What else is to know about a property, one sentence each, in Markdown. */
export function remarksOn(property: Property): readonly string[] {
  const remarks: string[] = [];
  if (property.description !== undefined) remarks.push(property.description);
  if (property.kind === 'field' && property.customField) remarks.push(...remarksOnCustomField(property.customField));
  if (hasFlag(property, 'primary_key')) remarks.push(t('Primary key.'));
  if (hasFlag(property, 'required')) remarks.push(t('Required when it is written.'));
  if (hasFlag(property, 'translatable'))
    remarks.push(t('Translated: in the language of the request, with its fallbacks.'));
  if (hasFlag(property, 'inherited')) remarks.push(t('A variant without a value of its own inherits the parent’s.'));
  if (hasFlag(property, 'runtime')) remarks.push(t('Calculated when the shop answers: not usable in a criteria.'));
  if (hasFlag(property, 'extension')) remarks.push(t('Added by a plugin or app.'));
  if (hasFlag(property, 'deprecated')) remarks.push(deprecation(property));
  if (hasFlag(property, 'write_protected')) remarks.push(t('Cannot be written through the API.'));
  remarks.push(...readers(property));
  return remarks;
}

function remarksOnCustomField({ labels, active }: CustomField): readonly string[] {
  const named = Object.entries(labels).map(([locale, label]) => `${label} (${locale})`);
  return [...(named.length > 0 ? [named.join(', ')] : []), ...(active ? [] : [t('Switched off in the shop.')])];
}

function deprecation({ flags }: Property): string {
  const { deprecated } = flags;
  const version = typeof deprecated === 'object' && deprecated !== null && 'version' in deprecated;
  return version ? t('Deprecated: it will be removed in {0}.', String(deprecated.version)) : t('Deprecated.');
}

function readers(property: Property): readonly string[] {
  const admin = isReadable(property, 'admin');
  const store = isReadable(property, 'store');
  if (admin && store) return [];
  if (admin && hasFlag(property, 'api_criteria_aware')) {
    return [t('Only the Admin API exposes it; a criteria may use it in both.')];
  }
  if (admin) return [t('Only in the Admin API.')];
  if (store) return [t('Only in the Store API.')];
  return [t('No API exposes it.')];
}

/** What a word behind a price stands for; undefined for ids of currencies. */
export function priceWord(name: string): string | undefined {
  switch (name) {
    case 'gross':
      return t('with taxes');
    case 'net':
      return t('without taxes');
    case 'listPrice':
      return t('the price it is compared with');
    case 'percentage':
      return t('how much lower than the list price');
    default:
      return undefined;
  }
}
