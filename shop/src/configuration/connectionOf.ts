import path from 'node:path';
import { t } from '@vscode/l10n';
import type { AdminSignIn, Connection } from '../connection.ts';
import type { ConfiguredShop } from './definition.ts';
import { type ReadText, readTextFile } from './find.ts';

/** What a configured shop is turned into a connection with. */
export interface ConnectionWorld {
  /** What people call the shop. */
  readonly name: string;
  /** The folder of the configuration: paths in it start there. */
  readonly folder: string;
  /** Where `${env:NAME}` is read from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The client secret or password kept for the shop's origin: used where the configuration names none. */
  readonly secret?: string;
  /** Reads `tls.ca`. Default: from the disk. */
  readonly readText?: ReadText;
}

/** A value that the configuration leaves open and nobody filled in. */
export interface MissingValue {
  /** `admin.clientSecret`, `admin.password`, `store.accessKey`, `headers.…`, `proxy`, `tls.ca` … */
  readonly field: string;
  /** The environment variable that is not set; null where none is named. */
  readonly variable: string | null;
  /** One sentence that says what is missing. */
  readonly message: string;
}

/** A connection without what is missing: a sign-in that lacks its secret is left out of it. */
export interface ResolvedConnection {
  readonly connection: Connection;
  readonly missing: readonly MissingValue[];
}

/**
 * The connection of a configured shop: `${env:NAME}` read from the environment, the certificate authority's file read.
 * Never rejects: what could not be filled in is listed and left out.
 */
export async function connectionOf(shop: ConfiguredShop, world: ConnectionWorld): Promise<ResolvedConnection> {
  const missing: MissingValue[] = [];
  const fill = (field: string, text: string) => filled(text, field, world, missing);
  const admin = shop.admin && adminSignIn(shop.admin, world, fill, missing);
  const accessKey = shop.store && fill('store.accessKey', shop.store.accessKey);
  const proxy = shop.proxy === undefined ? undefined : fill('proxy', shop.proxy);
  const ca = shop.tls?.ca === undefined ? undefined : await certificate(shop.tls.ca, world, missing);
  const headers = Object.entries(shop.headers ?? {}).flatMap(([name, value]) => {
    const text = fill(`headers.${name}`, value);
    return text === undefined ? [] : [[name, text] as const];
  });
  const rejectUnauthorized = shop.tls?.rejectUnauthorized;
  return {
    connection: {
      name: world.name,
      url: shop.url,
      headers: Object.fromEntries(headers),
      ...(admin && { admin }),
      ...(accessKey !== undefined && { store: { accessKey } }),
      ...(proxy !== undefined && { proxy }),
      tls: { ...(ca !== undefined && { ca }), ...(rejectUnauthorized !== undefined && { rejectUnauthorized }) },
    },
    missing,
  };
}

type Fill = (field: string, text: string) => string | undefined;

function adminSignIn(
  admin: NonNullable<ConfiguredShop['admin']>,
  world: ConnectionWorld,
  fill: Fill,
  missing: MissingValue[],
): AdminSignIn | undefined {
  const secretOf = (field: string, written: string | undefined): string | undefined => {
    if (written !== undefined) return fill(field, written);
    if (world.secret === undefined) {
      missing.push({ field, variable: null, message: t('The {0} of shop "{1}" is not known.', field, world.name) });
    }
    return world.secret;
  };
  if ('clientId' in admin) {
    const clientId = fill('admin.clientId', admin.clientId);
    const clientSecret = secretOf('admin.clientSecret', admin.clientSecret);
    return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
  }
  const username = fill('admin.username', admin.username);
  const password = secretOf('admin.password', admin.password);
  return username === undefined || password === undefined ? undefined : { username, password };
}

/** The text with its `${env:NAME}` replaced; undefined, and noted, where a variable is not set. */
function filled(text: string, field: string, world: ConnectionWorld, missing: MissingValue[]): string | undefined {
  let complete = true;
  const result = text.replace(/\$\{env:([^}]*)\}/g, (_, variable: string) => {
    const value = world.environment[variable];
    if (value !== undefined && value !== '') return value;
    complete = false;
    missing.push({
      field,
      variable,
      message: t('The environment variable {0} is not set; shop "{1}" needs it for {2}.', variable, world.name, field),
    });
    return '';
  });
  return complete ? result : undefined;
}

async function certificate(file: string, world: ConnectionWorld, missing: MissingValue[]): Promise<string | undefined> {
  const unread = (reason: string) => {
    const said = t('The certificate file "{0}" of shop "{1}" cannot be read.', file, world.name);
    missing.push({ field: 'tls.ca', variable: null, message: `${said} ${reason}` });
    return undefined;
  };
  try {
    const text = await (world.readText ?? readTextFile)(path.resolve(world.folder, file));
    return text ?? unread(t('There is no such file.'));
  } catch (error) {
    return unread(error instanceof Error ? error.message : String(error));
  }
}
