import { t } from '@vscode/l10n';
import { customFieldsIn } from '../../schema/customFields.ts';
import type { Association, Entity, EntitySchema, Property } from '../../schema/entitySchema.ts';
import { kindOfProperty, relationOf, remarksOn } from '../reading/property.ts';

/** An entity for people to read. */
export interface EntityPage {
  /** Markdown; every property stands on a line of its own. */
  readonly text: string;
  /** The line of a property, counted from 0; the first one for the entity itself, and for what it does not have. */
  lineOf(property: string | undefined): number;
}

/**
 * The page of an entity: its fields and associations with types, relations, keys and flags in plain words. `link` is
 * the address of another entity's page. Undefined for an entity that the schema does not have.
 */
export function entityPage(
  name: string,
  schema: EntitySchema,
  link: (entity: string) => string,
): EntityPage | undefined {
  const entity = schema.entity(name);
  if (!entity) return undefined;
  const properties = [...entity.properties.values()];
  const fields = properties.filter(({ kind }) => kind === 'field');
  const associations = properties.filter((property) => property.kind === 'association');
  const customFields = customFieldsIn(entity.properties.get('customFields'));
  const targets = [...new Set(associations.map((association) => association.entity))].filter((target) =>
    schema.has(target),
  );
  const lines = [
    `# ${name}`,
    '',
    ...remarksOnEntity(entity, schema),
    ...section(t('Fields'), fields, (field) => `\`${field.name}\` — ${kindOfProperty(field)}.`),
    ...section(
      t('Custom fields'),
      customFields,
      (field) => `\`customFields.${field.name}\` — ${kindOfProperty(field)}.`,
    ),
    ...section(t('Associations'), associations, (association) => aboutAssociation(association, schema)),
    ...targets.toSorted().map((target) => `[${target}]: ${link(target)}`),
  ];
  return {
    text: `${lines.join('\n').trimEnd()}\n`,
    lineOf: (property) => Math.max(0, property === undefined ? 0 : lines.findIndex(startsWith(property))),
  };
}

function startsWith(property: string): (line: string) => boolean {
  return (line) => line.startsWith(`- \`${property}\` `);
}

function remarksOnEntity({ hasId, readProtected, writeProtected, name }: Entity, schema: EntitySchema): string[] {
  const remarks = [
    ...(schema.isMapping(name) ? [t('Only connects two entities and cannot be searched.')] : []),
    ...(hasId ? [] : [t('Has no `id`: its rows are identified by several keys together.')]),
    ...(readProtected ? [t('No API may read it.')] : []),
    ...(writeProtected ? [t('Cannot be written through the API.')] : []),
  ];
  return remarks.length > 0 ? [remarks.join(' '), ''] : [];
}

function section<Kind extends Property>(title: string, properties: readonly Kind[], about: (property: Kind) => string) {
  if (properties.length === 0) return [];
  const lines = properties.map((property) => `- ${[about(property), ...remarksOn(property)].join(' ')}`);
  return [`## ${title}`, '', ...lines.map((line) => line.replaceAll(/\s*\n\s*/g, ' ')), ''];
}

function aboutAssociation(association: Association, schema: EntitySchema): string {
  const { name, entity, localField, referenceField, mapping } = association;
  const target = schema.has(entity) ? `[${entity}]` : entity;
  const kind = `\`${name}\` — ${relationOf(association)} · `;
  if (mapping !== undefined) return kind + t('{0} through `{1}`.', target, mapping);
  if (localField === null || referenceField === null) return `${kind}${target}.`;
  return kind + t('{0} by `{1}` = `{2}`.', target, localField, referenceField);
}
