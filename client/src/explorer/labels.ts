import { t } from '@vscode/l10n';
import type { EntitySummary, PropertySummary } from '../../../server/src/protocol.ts';

const relations: Readonly<Record<string, string>> = {
  many_to_one: 'n:1',
  one_to_many: '1:n',
  one_to_one: '1:1',
  many_to_many: 'n:m',
};

const fieldIcons: Readonly<Record<string, string>> = {
  uuid: 'symbol-constant',
  string: 'symbol-string',
  text: 'symbol-string',
  password: 'lock',
  int: 'symbol-number',
  float: 'symbol-number',
  boolean: 'symbol-boolean',
  date: 'calendar',
  blob: 'file-binary',
  json_object: 'symbol-object',
  json_list: 'symbol-array',
};

/** The codicon of a property: by the type of a field, by the direction of an association. */
export function propertyIcon({ kind, type, toMany, primaryKey }: PropertySummary): string {
  if (kind === 'association') return toMany ? 'references' : 'arrow-right';
  return primaryKey ? 'key' : (fieldIcons[type] ?? 'symbol-field');
}

/** What stands beside a property's name: the type, or the relation and where it leads. */
export function propertyDescription(property: PropertySummary): string {
  if (property.kind === 'association') {
    return `${relations[property.type] ?? property.type} → ${property.entity ?? '?'}`;
  }
  return [property.type, ...remarksOf(property).slice(0, 2)].join(' · ');
}

/** Words for what matters most when a criteria is written, most important first. */
function remarksOf(property: PropertySummary): string[] {
  return [
    property.deprecated && t('deprecated'),
    property.runtime && t('runtime'),
    property.apis.length === 1 && (property.apis[0] === 'admin' ? t('Admin API only') : t('Store API only')),
    property.translated && t('translated'),
    property.required && t('required'),
  ].filter((remark) => remark !== false);
}

/** A property in Markdown: its path, what it is, and what to know about it. */
export function propertyTooltip(property: PropertySummary, path: string): string {
  const what =
    property.kind === 'association'
      ? associationTo(`\`${property.entity ?? '?'}\``, property.type)
      : t('{0} field', `\`${property.type}\``);
  return [`**${path}** — ${what}`, property.description].filter((line) => line !== '').join('\n\n');
}

function associationTo(entity: string, type: string): string {
  switch (type) {
    case 'many_to_one':
      return t('many to one association to {0}', entity);
    case 'one_to_many':
      return t('one to many association to {0}', entity);
    case 'one_to_one':
      return t('one to one association to {0}', entity);
    case 'many_to_many':
      return t('many to many association to {0}', entity);
    default:
      return t('association to {0}', entity);
  }
}

/** What stands beside an entity's name: what it is, where it is no plain entity. */
export function entityDescription({ kind }: EntitySummary): string {
  return { entity: '', translation: t('translation'), mapping: t('mapping') }[kind];
}

/** An entity in Markdown. */
export function entityTooltip({ name, kind, properties, associations }: EntitySummary): string {
  const counts = [
    properties === 1 ? t('1 field') : t('{0} fields', properties),
    associations === 1 ? t('1 association') : t('{0} associations', associations),
  ].join(', ');
  const kinds = {
    entity: '',
    translation: t('Holds the translated texts of another entity.'),
    mapping: t('Joins two entities; it cannot be searched on its own.'),
  };
  return [`**${name}**`, kinds[kind], counts].filter((line) => line !== '').join('\n\n');
}

/** The codicon of an entity. */
export function entityIcon({ kind }: EntitySummary): string {
  return { entity: 'symbol-class', translation: 'globe', mapping: 'link' }[kind];
}
