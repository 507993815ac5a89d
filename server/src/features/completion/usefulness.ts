import type { Association, FieldType, Property } from '../../schema/entitySchema.ts';
import type { PathUse } from '../../schema/resolvePath.ts';
import type { PathCandidate } from './pathCandidates.ts';

/** What criteria most often name, whatever the entity; the first most often. */
const FREQUENT = [
  'id',
  'name',
  'active',
  'productNumber',
  'stock',
  'price',
  'orderNumber',
  'orderDateTime',
  'amountTotal',
  'customerNumber',
  'email',
  'firstName',
  'lastName',
  'quantity',
  'technicalName',
  'title',
  'createdAt',
  'manufacturer',
  'categories',
  'parentId',
  'position',
];

/** What is loaded most often, whatever the entity. */
const FREQUENT_ASSOCIATIONS = [
  'manufacturer',
  'cover',
  'media',
  'categories',
  'prices',
  'properties',
  'options',
  'children',
  'tax',
  'lineItems',
  'transactions',
  'deliveries',
  'orderCustomer',
  'billingAddress',
  'addresses',
  'defaultBillingAddress',
  'defaultShippingAddress',
  'products',
  'stateMachineState',
  'salesChannel',
  'currency',
  'customer',
  'group',
];

/** What people search most. */
const FREQUENT_ENTITIES = [
  'product',
  'category',
  'order',
  'customer',
  'product_manufacturer',
  'media',
  'sales_channel',
];

const TECHNICAL =
  /(VersionId|versionId|autoIncrement|customFields|translations|createdById|updatedById|categoriesRo|searchKeywords)$/;

/** What a filter or an aggregation of a type wants: the fields that make sense there come first. */
const WANTED: Readonly<Partial<Record<PathUse | 'fields', Readonly<Record<string, readonly FieldType[]>>>>> = {
  filter: {
    contains: ['string', 'text'],
    prefix: ['string', 'text'],
    suffix: ['string', 'text'],
    range: ['int', 'float', 'date'],
    since: ['date'],
    until: ['date'],
  },
  aggregation: {
    sum: ['int', 'float'],
    avg: ['int', 'float'],
    stats: ['int', 'float'],
    range: ['int', 'float'],
    histogram: ['date'],
    entity: ['uuid'],
  },
};

/** Behind the rank of a kind: the place in a list of what is frequent. Undefined for what is not in it. */
function placeIn(frequent: readonly string[], name: string): number | undefined {
  const place = frequent.indexOf(name);
  return place < 0 ? undefined : place / frequent.length;
}

/** The rank of a name in a path: what fits the filter or aggregation, what is frequent, the rest, what is technical. */
export function rankOf(candidate: PathCandidate, use: PathUse | 'fields', type = ''): number {
  const { name, property, goesOn } = candidate;
  const last = rankOfUnwanted(name, property);
  if (last !== undefined) return last;
  const wanted = WANTED[use]?.[type];
  const frequent = placeIn(FREQUENT, name);
  if (wanted && property?.kind === 'field' && wanted.includes(property.type)) return frequent ?? 1;
  if (frequent !== undefined) return (wanted ? 2 : 1) + frequent;
  return wanted || (goesOn && use === 'sort') ? 3 : 2;
}

function rankOfUnwanted(name: string, property: Property | undefined): number | undefined {
  if (property?.flags.deprecated) return 5;
  return TECHNICAL.test(name) ? 4 : undefined;
}

/** The rank of a property of an answer: fields before associations, of which `loaded` says those that come along. */
export function rankOfOutput(property: Property, loaded: ReadonlySet<string>): number {
  const last = rankOfUnwanted(property.name, property);
  if (last !== undefined) return last;
  if (property.kind === 'association') return loaded.has(property.name) ? 1 : 3;
  return placeIn(FREQUENT, property.name) ?? 2;
}

/** The rank of an association that may be loaded. */
export function rankOfAssociation(association: Association): number {
  const { name } = association;
  return rankOfUnwanted(name, association) ?? placeIn(FREQUENT_ASSOCIATIONS, name) ?? 1;
}

/** The rank of an entity among all: below 2, translations last. */
export function rankOfEntity(name: string): number {
  return placeIn(FREQUENT_ENTITIES, name) ?? (name.endsWith('_translation') ? 1.5 : 1);
}
