import { InvalidArgumentError, Option } from 'commander';
import { parseVersion, type ShopwareVersion } from '../../server/src/shopware/version.ts';
import { shopAddress } from '../../shop/src/address.ts';
import { Failure } from './failure.ts';

// Options that several commands take, and the values that options may have. Commander makes a usage error of what
// they throw.

export const schemaOption = () =>
  new Option('--schema <file>', 'the entity schema (the answer of GET /api/_info/entity-schema.json)');

export const shopOption = (description = 'the shop of files that name none, from swcriteria.config.json') =>
  new Option('--shop <name>', description);

export const urlOption = () =>
  new Option('--url <url>', 'a shop by its address, with credentials from the environment')
    .conflicts('shop')
    .argParser(urlArgument);

export const entityOption = () => new Option('--entity <name>', 'the entity of files that name none');

export const apiOption = () =>
  new Option('--api <api>', 'the API of files that name none (default: admin)').choices(['admin', 'store']);

export const shopwareOption = () =>
  new Option('--shopware <version>', 'the Shopware version of files that name none').argParser(versionArgument);

/** A whole number from `from` to `to`. */
export function integerArgument(from: number, to?: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= from && value <= (to ?? Number.MAX_SAFE_INTEGER)) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${from} ${to === undefined ? 'on' : `to ${to}`}.`);
  };
}

/** Collects `name=value` of a repeatable option. */
export function pairArgument(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('It must be name=value.');
  return { ...before, [name]: value };
}

/** A point in time as ISO 8601, of a day that there is. */
export function timeArgument(text: string): Date {
  const [day] = /^\d{4}-\d\d-\d\d(?=$|T)/.exec(text) ?? [];
  const time = new Date(text);
  if (day !== undefined && !Number.isNaN(time.getTime()) && isDay(day)) return time;
  throw new InvalidArgumentError('It must be a time such as 2026-11-21T03:22:00Z.');
}

/** A date that is too late in its month is taken for one of the next. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function versionArgument(text: string): ShopwareVersion {
  const version = parseVersion(text);
  if (version === undefined) throw new InvalidArgumentError('A version looks like 6.6.10.');
  return version;
}

function urlArgument(text: string): string {
  const address = shopAddress(text);
  if (address !== null) return address;
  // The text is not repeated: it may hold a password.
  throw new Failure(
    '--url is not the address of a shop. Write it like https://shop.example.com, without user and password.',
  );
}
