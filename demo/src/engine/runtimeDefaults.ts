import type { Json, JsonObject } from './json.ts';

/**
 * What the shop shows although the column is NULL: a product without a layout of its own shows the default one
 * (reference, section 5.2: the association `cmsPage` stays null there). Entity and property → the value.
 * A variant shows no children, but nobody ever counted them. The lists are filled when the entity is read.
 */
export const RUNTIME_DEFAULTS: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  product: { cmsPageId: '7a6d253a67204037966f42b0119704d5', childCount: 0, variation: [], prices: [] },
};

/** Whether a value of a recorded row is only shown, not stored. */
export function isShownByDefault(entity: string, row: JsonObject, property: string): boolean {
  if (entity === 'product' && property === 'childCount') return typeof row.parentId === 'string';
  return property === 'cmsPageId' && RUNTIME_DEFAULTS[entity]?.[property] === row[property];
}
