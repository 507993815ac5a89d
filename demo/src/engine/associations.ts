import { type Association, hasFlag, isReadable } from '../../../server/src/schema/entitySchema.ts';
import { type Criteria, EMPTY_CRITERIA } from './criteria.ts';
import type { Row, Table } from './database.ts';
import { isMissingInDraft } from './draft.ts';
import { addExtension, type EntityJson, type Reading } from './entityJson.ts';
import type { Json } from './json.ts';
import { linkOf } from './link.ts';
import { readEntities } from './readEntities.ts';
import { Refused } from './refused.ts';
import { searchChildren } from './searchIds.ts';

/** What loads without being asked for; the schema does not tell (reference, section 2.6). */
const AUTOLOADED: Readonly<Record<string, readonly string[]>> = {
  order: ['orderCustomer'],
  media_default_folder: ['folder'],
  media_folder_configuration: ['mediaThumbnailSizes'],
};

/** What every product of the Store API comes with, and what comes with that (SalesChannelProductDefinition). */
const AUTOLOADED_IN_STORE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  product: { unit: [], deliveryTime: [], cover: ['media'] },
};

/** The associations of a criteria and of its `fields`; where there are fields, only those that they name. */
export function associationsToLoad(
  { database, context }: Reading,
  table: Table,
  criteria: Criteria,
): ReadonlyMap<Association, Criteria> {
  const wanted = new Map<string, Criteria>();
  if (criteria.fields.length > 0) {
    for (const path of criteria.fields) {
      const [first = '', ...rest] = path.split('.');
      if (rest.length === 0) continue;
      const known = wanted.get(first) ?? { ...(criteria.associations.get(first) ?? EMPTY_CRITERIA), fields: [] };
      wanted.set(first, { ...known, fields: [...known.fields, rest.join('.')] });
    }
  } else {
    for (const name of AUTOLOADED[table.entity.name] ?? []) wanted.set(name, EMPTY_CRITERIA);
    for (const [name, nested] of criteria.associations) wanted.set(name, nested);
    const ofStore = context.api === 'store' ? AUTOLOADED_IN_STORE[table.entity.name] : undefined;
    for (const [name, below] of Object.entries(ofStore ?? {}))
      wanted.set(name, withAssociations(wanted.get(name), below));
  }
  const found = new Map<Association, Criteria>();
  for (const [name, nested] of wanted) {
    const property = table.entity.properties.get(name);
    // What the API may not give away is not loaded, without a word (reference, section 11).
    if (property?.kind !== 'association' || !isReadable(property, context.api)) continue;
    if (database.schema.has(property.entity)) found.set(property, nested);
  }
  return found;
}

/** A criteria that loads these associations as well, those that it names itself as it wants them. */
export function withAssociations(criteria: Criteria = EMPTY_CRITERIA, names: readonly string[]): Criteria {
  const added = names.map((name) => [name, EMPTY_CRITERIA] as const);
  return { ...criteria, associations: new Map([...added, ...criteria.associations]) };
}

/** Loads one association of all these entities at once and puts it into them. */
export function loadAssociation(
  reading: Reading,
  table: Table,
  entities: ReadonlyMap<Row, EntityJson>,
  association: Association,
  criteria: Criteria,
): void {
  const target = reading.database.table(association.entity);
  if (!target || isNeverFilled(table, association)) return;
  const link = linkOf(reading.database, table, association, reading.context.inheritance);
  const isEmpty = association.relation === 'one_to_many' && isMissingInDraft(reading.context, target);
  const linked = new Map([...entities.keys()].map((row) => [row, isEmpty ? [] : link.rowsFor(row)]));
  const children = association.toMany
    ? childrenOf(reading, target, association, criteria, linked)
    : new Map([...linked].map(([row, rows]) => [row, rows.slice(0, 1)]));
  const read = readOnce(reading, target, criteria, children);
  // A single partial child is read in the join of its parent, without its version.
  if (!association.toMany && criteria.fields.length > 0) for (const child of read.values()) delete child.versionId;
  for (const [row, entity] of entities) {
    const found = (children.get(row) ?? []).flatMap((child) => read.get(child) ?? []);
    place(entity, association, association.toMany ? found : (found[0] ?? null));
  }
}

/** `parent` cannot be loaded: refused where parents hand values down, silently null elsewhere (section 2.6). */
function isNeverFilled(table: Table, association: Association): boolean {
  if (association.name !== 'parent' || association.entity !== table.entity.name) return false;
  if (![...table.entity.properties.values()].some((property) => hasFlag(property, 'inherited'))) return true;
  throw new Refused(
    400,
    'FRAMEWORK__PARENT_ASSOCIATION_CAN_NOT_BE_FETCHED',
    'It is not possible to read the parent association directly. Please read the parents via a separate call over the repository',
  );
}

/** Which children each parent gets, in which order. */
function childrenOf(
  reading: Reading,
  target: Table,
  association: Association,
  criteria: Criteria,
  linked: ReadonlyMap<Row, readonly Row[]>,
): ReadonlyMap<Row, readonly Row[]> {
  if (!isRestricted(criteria)) return linked;
  const isMapped = association.relation === 'many_to_many';
  if (isMapped && !hasInverse(target, association)) throw noInverse(association);
  const limited = isMapped ? limitOfMapping(linked, criteria) : linked;
  const all = [...new Set([...limited.values()].flat())];
  const order = new Map(
    searchChildren(reading.database, reading.context, target, criteria, all).map((row, index) => [row, index]),
  );
  return new Map(
    [...limited].map(([parent, rows]) => {
      const met = rows
        .filter((row) => order.has(row))
        .sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
      return [parent, isMapped ? met : pageOf(met, criteria)];
    }),
  );
}

/** In a one-to-many association limit and page count for each parent, after filter and sort (section 2.6). */
function pageOf(rows: readonly Row[], { limit, offset }: Criteria): readonly Row[] {
  return limit === undefined ? rows : rows.slice(offset, offset + limit);
}

/** In a many-to-many association the limit cuts the rows of the mapping, before filter and sort (section 2.6). */
function limitOfMapping(
  linked: ReadonlyMap<Row, readonly Row[]>,
  { limit }: Criteria,
): ReadonlyMap<Row, readonly Row[]> {
  if (limit === undefined) return linked;
  return new Map([...linked].map(([parent, rows]) => [parent, rows.slice(0, limit)]));
}

function isRestricted(criteria: Criteria): boolean {
  return (
    criteria.limit !== undefined ||
    criteria.offset !== 0 ||
    criteria.term !== '' ||
    [criteria.ids, criteria.filters, criteria.postFilters, criteria.queries, criteria.sortings, criteria.grouping].some(
      (part) => part.length > 0,
    )
  );
}

function hasInverse(target: Table, association: Association): boolean {
  return [...target.entity.properties.values()].some(
    (property) => property.kind === 'association' && property.mapping === association.mapping,
  );
}

function noInverse(association: Association): Refused {
  return new Refused(
    500,
    'FRAMEWORK__NO_INVERSE_ASSOCIATION_FOUND',
    `No inverse many to many association found, for association ${association.name}`,
  );
}

/** Every child is read once, however many parents share it. */
function readOnce(
  reading: Reading,
  target: Table,
  criteria: Criteria,
  children: ReadonlyMap<Row, readonly Row[]>,
): ReadonlyMap<Row, EntityJson> {
  const distinct = [...new Set([...children.values()].flat())];
  const entities = readEntities(reading, target, distinct, criteria);
  const read = new Map<Row, EntityJson>();
  for (const [index, row] of distinct.entries()) {
    const entity = entities[index];
    if (!entity) continue;
    if (reading.context.api === 'admin') addForeignKeys(entity, target);
    read.set(row, entity);
  }
  return read;
}

/** What every entity below another one carries besides itself in the Admin API. */
function addForeignKeys(entity: EntityJson, { entity: { name } }: Table): void {
  addExtension(entity, 'foreignKeys', { extensions: [], apiAlias: `${name}_foreign_keys_extension` });
}

/** Associations of extensions stand under `extensions`. */
function place(entity: EntityJson, association: Association, value: Json): void {
  if (hasFlag(association, 'extension')) addExtension(entity, association.name, value);
  else entity[association.name] = value;
}
