import { associationsToLoad, loadAssociation } from './associations.ts';
import type { Criteria } from './criteria.ts';
import type { Row, Table } from './database.ts';
import type { EntityJson, Reading } from './entityJson.ts';
import { shapeOf } from './entityShape.ts';
import { addPartialStoreFields, addStoreFields } from './storeFields.ts';

/** Rows as the API shows them, with the associations of the criteria (EntityReader), in the order of the rows. */
export function readEntities(
  reading: Reading,
  table: Table,
  rows: readonly Row[],
  criteria: Criteria,
): readonly EntityJson[] {
  if (rows.length === 0) return [];
  const shape = shapeOf(reading, table, criteria.fields);
  const entities = new Map<Row, EntityJson>();
  for (const row of rows) {
    if (!entities.has(row)) entities.set(row, shape(row));
  }
  if (reading.context.api === 'store' && table.entity.name === 'product') {
    if (criteria.fields.length === 0) addStoreFields(reading, table, entities);
    else addPartialStoreFields(entities);
  }
  for (const [association, nested] of associationsToLoad(reading, table, criteria)) {
    loadAssociation(reading, table, entities, association, nested);
  }
  return rows.map((row) => entities.get(row)).filter((entity) => entity !== undefined);
}
