import path from 'node:path';
import { type AdminSignIn, type Api, type Connection, connectionOf } from '../../../shop/src/index.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io/io.ts';
import type { NamedShop } from './configurations.ts';

/** Where a request goes: a configured shop, or the address of one, with the credentials of the environment. */
export type Target = { readonly shop: NamedShop } | { readonly url: string };

/**
 * The connection to a target, with what the API needs to sign in.
 * @throws {Failure} when something that is needed is missing; the sentence says what to set.
 */
export async function connectionTo(target: Target, api: Api, io: Io): Promise<Connection> {
  if ('shop' in target) return configuredConnection(target.shop, api, io);
  const { url } = target;
  return api === 'admin'
    ? { url, admin: adminSignIn(io.environment) }
    : { url, store: { accessKey: required('SWCRITERIA_ACCESS_KEY', io.environment) } };
}

async function configuredConnection({ name, definition, configuration }: NamedShop, api: Api, io: Io) {
  if (definition[api] === undefined) {
    throw new Failure(`Shop "${name}" has no "${api}" in ${configuration.path}, so there is nothing to sign in with.`);
  }
  const { connection, missing } = await connectionOf(definition, {
    name,
    folder: path.dirname(configuration.path),
    environment: io.environment,
    readText: (file) => io.files.readText(file),
  });
  const other = api === 'admin' ? 'store.' : 'admin.';
  const needed = missing.filter(({ field }) => !field.startsWith(other));
  if (needed.length === 0) return connection;
  const leftOut = needed.some(({ variable, field }) => variable === null && field.startsWith('admin.'));
  const advice = leftOut ? [`Write it as "\${env:NAME}" in ${configuration.path} and set that variable.`] : [];
  throw new Failure([...needed.map(({ message }) => message), ...advice].join(' '));
}

function adminSignIn(environment: Io['environment']): AdminSignIn {
  const { SWCRITERIA_CLIENT_ID: clientId, SWCRITERIA_USERNAME: username } = environment;
  if (clientId) return { clientId, clientSecret: required('SWCRITERIA_CLIENT_SECRET', environment) };
  if (username) return { username, password: required('SWCRITERIA_PASSWORD', environment) };
  throw new Failure(
    'There is nothing to sign in with. Set SWCRITERIA_CLIENT_ID and SWCRITERIA_CLIENT_SECRET, or SWCRITERIA_USERNAME and SWCRITERIA_PASSWORD.',
  );
}

function required(variable: string, environment: Io['environment']): string {
  const value = environment[variable];
  if (value) return value;
  throw new Failure(`The environment variable ${variable} is not set; it is needed to sign in.`);
}
