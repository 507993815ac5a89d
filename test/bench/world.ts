import type { World } from '../../server/src/analysis/world.ts';
import { bundledSchemaText } from '../../server/src/schema/bundled/index.ts';
import { parseEntitySchema } from '../../server/src/schema/entitySchema.ts';
import { parseVersion } from '../../server/src/shopware/version.ts';

/** The schema that all are measured with: that of a plain shop, as the shop sends it. */
export const schemaText = bundledSchemaText('6.7');

export const uri = 'file:///bench/active.product.swcriteria.json';

const version = parseVersion('6.7.6.0');

/** All rules, the Admin API, and the schema read anew. */
export function benchWorld(): World {
  if (!version) throw new Error('6.7.6.0 is a version');
  return {
    schema: parseEntitySchema(schemaText),
    schemaSource: 'file',
    api: 'admin',
    version,
    versionKnown: true,
    limits: {},
    rules: {},
    shops: undefined,
  };
}
