import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { refusesEntity } from '../../rules/route.ts';
import { partOfProperty, type RoutePath, readRoute } from '../../schema/routePath.ts';
import { has } from '../../shopware/changes.ts';
import { STORE_ROUTES } from '../../shopware/routes.ts';
import { kindOfProperty } from '../reading/property.ts';
import type { Offer } from './completion.ts';
import { rankOfAssociation, rankOfEntity } from './usefulness.ts';

/** Routes for a `@path` of which this much is written: whole ones, then below a parent step by step. */
export function routeOffers(written: string, analysis: Analysis): readonly Offer[] {
  const { world } = analysis;
  if (world.api === 'store') return storeRoutes(analysis);
  const base = written.slice(0, written.lastIndexOf('/') + 1);
  const route = readRoute(base, world.schema);
  if (!route) return wholeRoutes(analysis);
  return [...nextParts(base, route, analysis), ...belowOffers(written, analysis)];
}

/** Whether an offset lies in the value of a `@path`. */
export function isInRoute({ document }: Analysis, offset: number): boolean {
  return document.directives.some(
    ({ name, valueStart, end }) => name === 'path' && offset >= valueStart && offset <= end,
  );
}

/** Those that list the entity of the file come first. */
function storeRoutes({ document }: Analysis): readonly Offer[] {
  return STORE_ROUTES.map(({ path, entity }) => ({
    label: path,
    kind: 'value',
    detail: entity,
    rank: entity === document.entity ? 0 : 1,
  }));
}

function wholeRoutes({ document, world }: Analysis): readonly Offer[] {
  const name = partOfEntity(document.entity ?? 'product');
  const isAggregated = has(world.version, 'aggregateRoute');
  return [
    { label: `/api/search/${name}`, kind: 'value', detail: t('rows'), rank: 0 },
    { label: `/api/search/${name}/{id}/`, kind: 'value', detail: t('what belongs to one row'), ...GOES_ON },
    { label: `/api/search-ids/${name}`, kind: 'value', detail: t('ids only'), rank: 2 },
    ...(isAggregated
      ? [
          {
            label: `/api/aggregate/${name}`,
            kind: 'value' as const,
            detail: t('aggregations only, since 6.6.10'),
            rank: 3,
          },
        ]
      : []),
  ];
}

const GOES_ON = { retrigger: true, rank: 1 } as const;

function partOfEntity(name: string): string {
  return name.replaceAll('_', '-');
}

/** What may follow the last slash: an entity, an id, or an association. */
function nextParts(base: string, { action, parts }: RoutePath, { world }: Analysis): readonly Offer[] {
  const { schema } = world;
  const isSearchable = (entity: string): boolean => schema.has(entity) && !refusesEntity(action, entity, schema);
  const last = parts.at(-1);
  if (!last || last.text === '') {
    return schema.entityNames.filter(isSearchable).map((name) => ({
      label: base + partOfEntity(name),
      kind: 'entity',
      rank: rankOfEntity(name),
    }));
  }
  if (last.fault === undefined) return [{ label: `${base}{id}/`, kind: 'value', detail: t('asked for'), ...GOES_ON }];
  if (last.fault !== 'incomplete') return [];
  const properties = [...(world.schema.entity(last.entity)?.properties.values() ?? [])];
  return properties
    .filter((property) => property.kind === 'association')
    .filter(({ entity }) => isSearchable(entity))
    .map((association) => ({
      label: base + partOfProperty(association.name),
      kind: 'association',
      detail: kindOfProperty(association),
      rank: rankOfAssociation(association),
    }));
}

/** Behind an entity that is written in full the route may go on. */
function belowOffers(written: string, { world }: Analysis): readonly Offer[] {
  const route = readRoute(written, world.schema);
  if (written.endsWith('/') || route?.entity === undefined) return [];
  return [{ label: `${written}/{id}/`, kind: 'value', detail: t('what belongs to one row'), ...GOES_ON }];
}
