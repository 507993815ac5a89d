import type { World } from '../../../server/src/analysis/world.ts';
import type { DirectiveValues, DocumentContext } from '../../../server/src/protocol.ts';
import type { Api } from '../../../server/src/schema/entitySchema.ts';
import type { ShopwareVersion } from '../../../server/src/shopware/version.ts';
import { worldOf } from '../../../server/src/worlds/worldOf.ts';
import type { Surroundings } from './surroundings.ts';

/** What options say for what the files do not say. */
export interface Defaults {
  readonly entity?: string;
  readonly api?: Api;
  readonly shopware?: ShopwareVersion;
}

/** The world in which a criteria is read: its directives win, then the options, then shop and schema. */
export function worldFor(directives: DirectiveValues, surroundings: Surroundings, defaults: Defaults = {}): World {
  const { entity, api, shopware } = defaults;
  const context = { ...contextOf(surroundings), ...(shopware && { shopware: shopware.text }) };
  const world = worldOf(context, { ...(api && { api }), ...directives }, surroundings.schema?.schema);
  return entity === undefined ? world : { ...world, fallbackEntity: entity };
}

/** The surroundings as the language server wants to know them. */
export function contextOf({ shop, shops, rules, schema, shopware }: Surroundings): DocumentContext {
  const { admin, store } = shop?.definition.limits ?? {};
  return {
    shops,
    rules,
    ...(schema && { schema: referenceTo(schema) }),
    ...(shopware !== undefined && { shopware }),
    ...(shop && {
      shop: { name: shop.name, production: shop.definition.production ?? false },
      limits: { ...(admin !== undefined && { admin }), ...(store !== undefined && { store }) },
      vars: shop.definition.vars ?? {},
    }),
  };
}

function referenceTo({ id, source, version, fetchedAt }: NonNullable<Surroundings['schema']>) {
  return { id, source, ...(version !== undefined && { version }), ...(fetchedAt !== undefined && { fetchedAt }) };
}
