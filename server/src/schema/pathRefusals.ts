import { has } from '../shopware/changes.ts';
import { type Refusal, type Stage, sqlRefusal } from '../shopware/refusal.ts';
import type { ShopwareVersion } from '../shopware/version.ts';
import type { PathRequest } from './resolvePath.ts';

/** A path with the entity where it starts in front, as the shop's texts name it. */
export function fullTextOf({ text, root }: PathRequest): string {
  return text.startsWith(`${root}.`) ? text : `${root}.${text}`;
}

/** A property that the API does not read (reference, section 5.1, step A). */
export function accessorNotAllowed(path: PathRequest): Refusal {
  const accessor = fullTextOf(path);
  return {
    status: 500,
    code: 'FRAMEWORK__ACCESSOR_NOT_ALLOWED',
    detail: `Accessor ${accessor} is not allowed in this api scope`,
    parameters: { accessor },
    stage: 'access',
  };
}

/** A property that is calculated after reading (step A). */
export function runtimeRefused(path: PathRequest): Refusal {
  const field = fullTextOf(path);
  return {
    status: 500,
    code: 'FRAMEWORK__RUNTIME_FIELD_IN_CRITERIA',
    detail: `Field ${field} is a Runtime field and cannot be used in a criteria`,
    parameters: { field },
    stage: 'access',
  };
}

/** An association, which has no column (step B). */
export function accessorMissing(field: string, path: PathRequest, version: ShopwareVersion): Refusal {
  const renamed = has(version, 'dbalCodes');
  return {
    status: 500,
    code: renamed ? 'FRAMEWORK__DBAL_FIELD_ACCESSOR_BUILDER_NOT_FOUND' : 'FRAMEWORK__FIELD_ACCESSOR_BUILDER_NOT_FOUND',
    detail: renamed
      ? `Field accessor builder not found for property "${field}"`
      : `The field accessor builder for field ${field} was not found.`,
    parameters: { field },
    stage: stageOf(path),
  };
}

/** A name that an entity does not have. The server names the last segment of the path, not the faulty one (step B 2). */
export function unmapped(entity: string, path: PathRequest, version: ShopwareVersion): Refusal {
  const field = path.text.split('.').at(-1) ?? '';
  return {
    status: 400,
    code: has(version, 'dbalCodes') ? 'FRAMEWORK__DBAL_UNMAPPED_FIELD' : 'FRAMEWORK__UNMAPPED_FIELD',
    detail: `Field "${field}" in entity "${entity}" was not found.`,
    parameters: { field, entity },
    stage: stageOf(path),
  };
}

/** What only the database stumbles over; `detail` is its text. */
export function columnMissing(detail: string, path: PathRequest, version: ShopwareVersion): Refusal {
  return sqlRefusal(version, '1054', stageOf(path), detail);
}

function stageOf({ use }: PathRequest): Stage {
  return use === 'aggregation' || use === 'aggregationSort' ? 'aggregate' : 'search';
}
