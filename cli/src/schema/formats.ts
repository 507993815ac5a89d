import { entitySummaries, propertySummaries } from '../../../server/src/features/entities/entities.ts';
import { kindOfProperty, remarksOn } from '../../../server/src/features/reading/property.ts';
import type { Entity, EntitySchema, Property } from '../../../server/src/schema/entitySchema.ts';
import type { Style } from '../terminal/style.ts';
import { counted, longestOf } from '../terminal/words.ts';

/** How `schema show` prints what it was asked for. */
interface ShowFormat {
  entities(schema: EntitySchema, style: Style): string;
  entity(entity: Entity, schema: EntitySchema, style: Style): string;
}

const pretty: ShowFormat = {
  entities: (schema, style) => {
    const rows = entitySummaries(schema).map(({ name, kind, properties, associations }) => [
      name,
      kind,
      style('dim', `${counted(properties, 'field')}, ${counted(associations, 'association')}`),
    ]);
    return `${aligned(rows).join('\n')}\n`;
  },
  entity: ({ name, properties }, _, style) => {
    const all = [...properties.values()];
    const fields = all.filter(({ kind }) => kind === 'field');
    const associations = all.filter(({ kind }) => kind === 'association');
    const title = `${counted(fields.length, 'field')}, ${counted(associations.length, 'association')}`;
    const lines = [`${style('bold', name)}: ${title}`, ...section(fields, style), ...section(associations, style)];
    return `${lines.join('\n')}\n`;
  },
};

function section(properties: readonly Property[], style: Style): readonly string[] {
  if (properties.length === 0) return [];
  const rows = properties.map((property) => [
    property.name,
    kindOfProperty(property),
    style('dim', remarksOn(property).join(' ')),
  ]);
  return ['', ...aligned(rows).map((line) => `  ${line}`)];
}

/** Rows with their columns below each other; the last one is not filled up. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => longestOf(rows.map((row) => row[column] ?? '')));
  return rows.map((row) =>
    row
      .map((text, index) => (index === row.length - 1 ? text : text.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

const json: ShowFormat = {
  entities: (schema) => jsonText({ entities: entitySummaries(schema) }),
  entity: ({ name }, schema) => jsonText({ entity: name, properties: propertySummaries(schema, name) }),
};

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The formats of `schema show --format`. */
export const showFormats = { pretty, json } satisfies Readonly<Record<string, ShowFormat>>;
