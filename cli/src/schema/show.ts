import { nearest } from '../../../server/src/rules/nearest.ts';
import type { ShopwareVersion } from '../../../server/src/shopware/version.ts';
import { type ExitCode, exitCodes, Failure } from '../failure.ts';
import type { Io } from '../io/io.ts';
import { Project } from '../project/surroundings.ts';
import { worldFor } from '../project/world.ts';
import { styleFor } from '../terminal/style.ts';
import { showFormats } from './formats.ts';

export interface ShowFlags {
  readonly schema?: string;
  readonly shop?: string;
  readonly url?: string;
  readonly shopware?: ShopwareVersion;
  readonly format: keyof typeof showFormats;
}

/**
 * Prints an entity of the schema that criteria in the current folder are checked against, or all their names.
 * @throws {Failure} when there is no such entity, or the schema cannot be used.
 */
export async function show(name: string | undefined, flags: ShowFlags, io: Io): Promise<ExitCode> {
  const { format, url, shopware, ...options } = flags;
  const project = new Project(io, { ...options, ...(url !== undefined && { target: { url } }) });
  const surroundings = await project.around(io.folder);
  const { schema } = worldFor({ headers: [], vars: {} }, surroundings, { ...(shopware && { shopware }) });
  const style = styleFor(io.stdout, io.environment);
  if (name === undefined) {
    io.stdout.write(showFormats[format].entities(schema, style));
    return exitCodes.fine;
  }
  const entity = schema.entity(name.replaceAll('-', '_'));
  if (entity === undefined) {
    const meant = nearest(name, schema.entityNames);
    throw new Failure(`There is no entity "${name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`);
  }
  io.stdout.write(showFormats[format].entity(entity, schema, style));
  return exitCodes.fine;
}
