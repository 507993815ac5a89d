import { isAtLeast, type ShopwareVersion } from './version.ts';

/**
 * The version table: what changed in which release (reference, section 14).
 * Whatever depends on a version asks `has`; no other file compares versions.
 */
const CHANGES = {
  /** Admin API: no maximum and no default limit from here … */
  noAdminLimit: '6.4.5',
  /** … until here, where both are 500. */
  adminLimit: '6.6.0',
  durationFilters: '6.4.7',
  equalsAllFilter: '6.4.9',
  namedGroupFilters: '6.4.11',
  countSorting: '6.4.12',
  totalCountNames: '6.4.13',
  runtimeFieldsRefused: '6.4.15',
  fields: '6.5.0',
  rangeAggregation: '6.5.0',
  /** SQL errors carry the database's code; before, DBAL 2 gave "0". */
  sqlErrorCodes: '6.5.0',
  looseTextTypes: '6.5.0',
  /** The rows of an association are grouped by their id where its criteria joins a to-many path; before, never. */
  groupedAssociations: '6.5.0',
  storePriceFilter: '6.5.1',
  /** Codes of their own for a route below a parent that there is not … */
  relationCode: '6.5.3',
  storeLanguageCodes: '6.5.3',
  idsElementsChecked: '6.5.5',
  queryElementsChecked: '6.5.5',
  equalsScalarChecked: '6.5.6',
  looseAssociations: '6.5.6',
  looseGroupQueries: '6.5.6',
  unknownDefinition400: '6.5.6',
  mapFilterScalarChecked: '6.5.7',
  rangeParametersChecked: '6.5.8.8',
  /** No `?` and `:` in aggregation names; on the 6.6 line from 6.6.5.1. */
  aggregationNameMarks: '6.5.8.13',
  elementsChecked: '6.6.0',
  /** Nearly all associations to one row load when they are asked for only (changelogs of NEXT-25328, NEXT-25332). */
  fewAutoloads: '6.6.0',
  storeMediaRoute: '6.6.0',
  durationOperatorUnhandled: '6.6.0',
  subJoinByFirstToMany: '6.6.0',
  /** … and for one through a field that is no association. */
  routeAssociationCode: '6.6.1',
  emptyIdsRefused: '6.6.3',
  includesTypeChecked: '6.6.6',
  aggregationErrorCodes: '6.6.6',
  rangeAggregationStrict: '6.6.6',
  aggregateRoute: '6.6.10',
  equalsEmptyText: '6.7.0',
  storeSearchWordOptional: '6.7.0',
  equalsAnyNullId: '6.7.0',
  excludes: '6.7.3',
  includesElementsChecked: '6.7.3',
  /** `<association>.id` in a filter is read from the foreign key (section 5.1, step 0). */
  foreignKeyForId: '6.7.3',
  rangeOnTranslatedInt: '6.7.2',
  /** The state of August 2026: stricter operands, durations and operators. */
  strictOperands: '6.7.14',
  /** Codes and one status of the announced major version. */
  dbalCodes: '6.8.0',
} as const;

export type Change = keyof typeof CHANGES;

/** Whether this version has the change. */
export function has(version: ShopwareVersion, change: Change): boolean {
  let changes = known.get(version);
  if (!changes) {
    changes = changesOf(version);
    known.set(version, changes);
  }
  return changes.has(change);
}

// Rules ask for every node, so each version is compared once.
const known = new WeakMap<ShopwareVersion, ReadonlySet<Change>>();

function changesOf(version: ShopwareVersion): ReadonlySet<Change> {
  const changes = Object.entries(CHANGES).filter(([change, since]) => {
    const onNewerLine = change === 'aggregationNameMarks' && isAtLeast(version, '6.6.0');
    return isAtLeast(version, onNewerLine ? '6.6.5.1' : since);
  });
  return new Set(changes.map(([change]) => change).filter(isChange));
}

function isChange(name: string): name is Change {
  return Object.hasOwn(CHANGES, name);
}

/** The release that brought it, for messages: "since 6.7.3". */
export function sinceOf(change: Change): string {
  return CHANGES[change];
}
