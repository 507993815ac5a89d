import type { World } from '../../server/src/analysis/world.ts';
import { type BundledLine, bundledSchema } from '../../server/src/schema/bundled/index.ts';
import { parseVersion } from '../../server/src/shopware/version.ts';

/** The world of a request to a recorded shop; its schema counts as the shop's own. */
export function recordedWorld(
  recorded: { readonly version: string; readonly line: BundledLine },
  request: { readonly api?: 'store'; readonly entity: string },
): World {
  const version = parseVersion(recorded.version);
  if (!version) throw new Error(`${recorded.version} is no version`);
  return {
    schema: bundledSchema(recorded.line),
    schemaSource: 'file',
    api: request.api ?? 'admin',
    version,
    versionKnown: true,
    limits: {},
    rules: {},
    shops: undefined,
    fallbackEntity: request.entity,
  };
}
