import type { SchemaSource, SeverityName } from '../protocol.ts';
import type { Api, EntitySchema } from '../schema/entitySchema.ts';
import type { ShopwareVersion } from '../shopware/version.ts';

/** Everything outside the text that an analysis depends on. */
export interface World {
  readonly schema: EntitySchema;
  /** With the bundled schema unknown names are warnings: it knows no plugin (contract, section 3). */
  readonly schemaSource: SchemaSource;
  readonly api: Api;
  readonly version: ShopwareVersion;
  /** Whether `version` is known from directive, shop or schema, or only the newest there is. */
  readonly versionKnown: boolean;
  /** The shop's `max_limit` where it is not the default. */
  readonly limits: { readonly admin?: number; readonly store?: number };
  /** Severities by rule code from configuration and settings. */
  readonly rules: Readonly<Record<string, SeverityName>>;
  /** What `@shop` may name; undefined where shops are not known (an editor without configuration). */
  readonly shops: readonly string[] | undefined;
  /** The shop's variables, which come before those of the file. */
  readonly vars?: Readonly<Record<string, string>>;
  /** The shop in force, for messages and lenses. */
  readonly shop?: { readonly name: string; readonly production: boolean };
  /** The entity to assume where neither directive nor file name tells. */
  readonly fallbackEntity?: string;
}
