import path from 'node:path';
import type { DirectiveValues, SeverityName } from '../../../server/src/protocol.ts';
import type { Io } from '../io/io.ts';
import {
  Configurations,
  defaultShop,
  type LoadedConfiguration,
  type NamedShop,
  pathInConfiguration,
  requiredShop,
  shopNamed,
  shopNames,
} from './configurations.ts';
import { type LoadedSchema, Schemas } from './schemas.ts';

/** What options say about the surroundings of all files. */
export interface SurroundingsOptions {
  /** The file of a schema, for all criteria. */
  readonly schema?: string;
  /** The shop of the files that name none. */
  readonly shop?: string;
  /** The shop of all files, whatever they name: a configured one, or an address. */
  readonly target?: { readonly shop: string } | { readonly url: string };
}

/** What lies around a criteria file and decides how it is read. */
export interface Surroundings {
  readonly configuration: LoadedConfiguration | null;
  /** The file's shop; undefined where it has none, or names one that there is not. */
  readonly shop?: NamedShop;
  /** What `@shop` may name. */
  readonly shops: readonly string[];
  readonly rules: Readonly<Record<string, SeverityName>>;
  /** Undefined: the bundled one of the version in force. */
  readonly schema?: LoadedSchema;
  /** The version that shop or schema tell. */
  readonly shopware?: string;
}

/** Finds the surroundings of criteria files on this machine; never uses the network. */
export class Project {
  readonly #configurations: Configurations;
  readonly #schemas: Schemas;
  readonly #io: Io;
  readonly #options: SurroundingsOptions;

  constructor(io: Io, options: SurroundingsOptions = {}) {
    this.#io = io;
    this.#options = options;
    this.#configurations = new Configurations(io);
    this.#schemas = new Schemas(io);
  }

  /**
   * The surroundings of a file in a folder (contract, section 3: schema and version).
   * @throws {Failure} for a configuration, an option's shop or a schema file that cannot be used.
   */
  async around(folder: string, directives: Pick<DirectiveValues, 'shop'> = {}): Promise<Surroundings> {
    const configuration = await this.#configurations.above(folder);
    const shop = this.#shopOf(directives.shop, configuration);
    const schema = await this.#schemaOf(shop);
    const shopware = shop?.definition.shopware ?? schema?.version;
    return {
      configuration,
      shops: shopNames(configuration),
      rules: configuration?.configuration.rules ?? {},
      ...(shop && { shop }),
      ...(schema && { schema }),
      ...(shopware !== undefined && { shopware }),
    };
  }

  /**
   * The schema that the options name; undefined where they name none.
   * @throws {Failure} when it cannot be used.
   */
  async optionsSchema(): Promise<LoadedSchema | undefined> {
    const { schema } = this.#options;
    if (schema === undefined) return undefined;
    return this.#schemas.inFile(path.resolve(this.#io.folder, schema), `schema ${schema}`);
  }

  #shopOf(directive: string | undefined, configuration: LoadedConfiguration | null): NamedShop | undefined {
    const { shop, target } = this.#options;
    if (target) return 'shop' in target ? requiredShop(target.shop, configuration) : undefined;
    if (directive !== undefined) return shopNamed(directive, configuration);
    return shop === undefined ? defaultShop(configuration) : requiredShop(shop, configuration);
  }

  async #schemaOf(shop: NamedShop | undefined): Promise<LoadedSchema | undefined> {
    const { schema, target } = this.#options;
    if (schema !== undefined) return this.optionsSchema();
    if (target && 'url' in target) return this.#schemas.storedFor(target.url);
    if (shop === undefined) return undefined;
    const { definition, configuration, name } = shop;
    if (definition.schema === undefined) return this.#schemas.storedFor(definition.url);
    const file = pathInConfiguration(definition.schema, configuration);
    const advice = `Fetch it with: swcriteria schema pull --shop ${name}`;
    return this.#schemas.inFile(file, `schema ${definition.schema} of shop "${name}"`, advice);
  }
}
