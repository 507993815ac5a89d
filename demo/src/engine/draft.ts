import type { Context } from './context.ts';
import type { Criteria } from './criteria.ts';
import type { Table } from './database.ts';
import type { Filter } from './filter.ts';

/** Versioned entities that are no part of another one: of these a draft shows the live row where it has none. */
const ROOTS = ['category', 'cms_page', 'landing_page', 'order', 'product', 'product_manufacturer', 'version_commit'];

/**
 * Whether a request for a draft finds no rows of an entity: the parts of a versioned one are read from the draft alone
 * (EntityDefinitionQueryHelper::getBaseQuery), and the demo shop has no drafts.
 */
export function isMissingInDraft({ draft }: Context, { entity }: Table): boolean {
  return draft !== undefined && entity.properties.has('versionId') && !ROOTS.includes(entity.name);
}

/** A criteria that finds what there is in the version of the request. */
export function inVersion(context: Context, table: Table, criteria: Criteria): Criteria {
  if (context.draft === undefined || !isMissingInDraft(context, table)) return criteria;
  const ofDraft: Filter = { kind: 'equals', field: 'versionId', value: context.draft };
  return { ...criteria, filters: [...criteria.filters, ofDraft] };
}
