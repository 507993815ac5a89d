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

/** What the use of a path wants: the type that makes sense there comes first. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  sum: ['int', 'float'],
  avg: ['int', 'float'],
  stats: ['int', 'float'],
  range: ['int', 'float'],
  histogram: ['date'],
  since: ['date'],
  until: ['date'],
  entity: ['uuid'],
};

/** The rank of a name in a path: what fits the filter or aggregation, what is frequent, the rest, what is technical. */
export function rankOf(candidate: PathCandidate, use: PathUse | 'fields', type: string | undefined): number {
  const { name, property, goesOn } = candidate;
  if (property?.flags.deprecated) return 5;
  if (TECHNICAL.test(name)) return 4;
  const wanted = WANTED[type ?? ''];
  if (wanted && property?.kind === 'field' && wanted.includes(property.type)) return 0;
  if (FREQUENT.includes(name)) return wanted ? 2 : 1;
  if (goesOn) return use === 'sort' ? 3 : 2;
  return 2;
}
