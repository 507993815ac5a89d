import type { FieldType } from '../../schema/entitySchema.ts';
import type { PathUse } from '../../schema/resolvePath.ts';
import type { PathCandidate } from './pathCandidates.ts';

/** What criteria most often name, whatever the entity. */
const FREQUENT = [
  'id',
  'name',
  'active',
  'productNumber',
  'stock',
  'price',
  'orderNumber',
  'orderDateTime',
  'customerNumber',
  'email',
  'technicalName',
  'title',
  'createdAt',
  'manufacturer',
  'categories',
  'parentId',
  'position',
];

const TECHNICAL = /(VersionId|versionId|autoIncrement|customFields|translations|createdById|updatedById)$/;

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

/** The rank of a name in a path: what fits the filter or aggregation, what is frequent, the rest, what is technical. */
export function rankOf(candidate: PathCandidate, use: PathUse | 'fields', type = ''): number {
  const { name, property, goesOn } = candidate;
  if (property?.flags.deprecated) return 5;
  if (TECHNICAL.test(name)) return 4;
  const wanted = WANTED[use]?.[type];
  const isFrequent = FREQUENT.includes(name);
  if (wanted && property?.kind === 'field' && wanted.includes(property.type)) return isFrequent ? 0 : 1;
  if (isFrequent) return wanted ? 2 : 1;
  return wanted || (goesOn && use === 'sort') ? 3 : 2;
}
