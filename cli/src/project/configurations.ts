import path from 'node:path';
import { RULES } from '../../../server/src/rules/index.ts';
import { findConfiguration } from '../../../shop/src/configuration/find.ts';
import type { Configuration, ConfigurationProblem, ConfiguredShop } from '../../../shop/src/index.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io/io.ts';

/** A `swcriteria.config.json` that could be read. */
export interface LoadedConfiguration {
  readonly path: string;
  readonly text: string;
  readonly configuration: Configuration;
}

/** A shop of a configuration. */
export interface NamedShop {
  readonly name: string;
  readonly definition: ConfiguredShop;
  /** Where it is configured: paths in it start in that folder. */
  readonly configuration: LoadedConfiguration;
}

const ruleCodes = RULES.map(({ meta }) => meta.code);

/** The configurations above files; each is read once, and what has no effect in it is told on stderr. */
export class Configurations {
  readonly #io: Pick<Io, 'files' | 'stderr'>;
  readonly #told = new Set<string>();
  readonly #byFolder = new Map<string, Promise<LoadedConfiguration | null>>();

  constructor(io: Pick<Io, 'files' | 'stderr'>) {
    this.#io = io;
  }

  /**
   * The nearest configuration in a folder or above it.
   * @throws {Failure} when there is one that cannot be used: CI must not go on without it.
   */
  above(folder: string): Promise<LoadedConfiguration | null> {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const loading = this.#load(folder);
    this.#byFolder.set(folder, loading);
    return loading;
  }

  async #load(folder: string): Promise<LoadedConfiguration | null> {
    const found = await findConfiguration(folder, (file) => this.#io.files.readText(file));
    if (found === null) return null;
    // Most of what is loaded with it is the library that checks it: nobody pays who has no configuration.
    const { parseConfiguration } = await import('../../../shop/src/configuration/parse.ts');
    const parsed = parseConfiguration(found.text, ruleCodes);
    if (parsed.problems !== undefined) throw new Failure(complaint(found.path, parsed.problems), found.path);
    this.#tell(parsed.warnings.map((warning) => complaint(found.path, [warning])));
    return { ...found, configuration: parsed.configuration };
  }

  #tell(warnings: readonly string[]): void {
    for (const warning of warnings) {
      if (!this.#told.has(warning)) this.#io.stderr.write(`warning: ${warning}\n`);
      this.#told.add(warning);
    }
  }
}

/** The shops of a configuration by name; none where there is no configuration. */
export function shopNames(configuration: LoadedConfiguration | null): readonly string[] {
  return Object.keys(configuration?.configuration.shops ?? {});
}

/** A shop by its name; undefined where none is configured under it. */
export function shopNamed(name: string, configuration: LoadedConfiguration | null): NamedShop | undefined {
  const shops = configuration?.configuration.shops ?? {};
  const definition = Object.hasOwn(shops, name) ? shops[name] : undefined;
  return configuration && definition ? { name, definition, configuration } : undefined;
}

/**
 * The shop that an option names.
 * @throws {Failure} when no such shop is configured.
 */
export function requiredShop(name: string, configuration: LoadedConfiguration | null): NamedShop {
  const shop = shopNamed(name, configuration);
  if (shop) return shop;
  if (configuration === null) {
    throw new Failure(`There is no shop "${name}": there is no swcriteria.config.json in this folder or above it.`);
  }
  const names = shopNames(configuration);
  const known = names.length === 0 ? 'It names no shop.' : `It names ${names.map((known) => `"${known}"`).join(', ')}.`;
  throw new Failure(`There is no shop "${name}" in ${configuration.path}. ${known}`);
}

/** The shop that is used where nothing names one. */
export function defaultShop(configuration: LoadedConfiguration | null): NamedShop | undefined {
  const name = configuration?.configuration.defaultShop;
  return name === undefined ? undefined : shopNamed(name, configuration);
}

/** A path that a configuration names. */
export function pathInConfiguration(file: string, { path: configuration }: LoadedConfiguration): string {
  return path.resolve(path.dirname(configuration), file);
}

function complaint(file: string, problems: readonly ConfigurationProblem[]): string {
  const [first, ...others] = problems;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  if (first === undefined) return `${file} cannot be used.`;
  const { line, character } = first.range.start;
  return `${file}:${line + 1}:${character + 1}: ${first.message}${more}`;
}
