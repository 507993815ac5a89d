import type { Answer } from './answer.ts';
import { failed } from './answer.ts';

/** The packages of a plain shop; all have its version. */
const INSTALLED = new Set(['shopware/core', 'shopware/administration', 'shopware/storefront']);

/**
 * The answer to `sw-expect-packages: shopware/core:~6.7,swag/paypal:*` where the shop does not have what is expected
 * (reference, section 10); undefined where it has. Constraints are Composer's.
 */
export function refusePackages(header: string | undefined, version: string): Answer | undefined {
  if (header === undefined || header === '') return undefined;
  const expectations = header.split(',').map((text) => text.trim());
  const unreadable = expectations.map(constraintOf).find((constraint) => constraint && !readConstraint(constraint));
  if (unreadable !== undefined) {
    const detail = `Could not parse version constraint ${unreadable}: Invalid version string "${unreadable}"`;
    return failed(500, { code: '0', detail });
  }
  const failures = expectations.flatMap((text) => failureOf(text, version));
  if (failures.length === 0) return undefined;
  const code = 'FRAMEWORK__API_EXPECTATION_FAILED';
  return failed(417, { code, detail: 'API Expectations failed', parameters: failures });
}

function constraintOf(expectation: string): string | undefined {
  return expectation.split(':', 2)[1];
}

function failureOf(expectation: string, version: string): readonly string[] {
  const [name = '', text] = expectation.split(':', 2);
  if (text === undefined) return [`Got invalid string: "${expectation}"`];
  if (!INSTALLED.has(name)) return [`Requested package: ${name} is not available`];
  const isMet = readConstraint(text)?.some((all) => all.every((bound) => bound(numbersOf(version))));
  return isMet ? [] : [`Version constraint for ${name} is failed. Installed is: ${version}`];
}

type Numbers = readonly number[];
type Bound = (version: Numbers) => boolean;

/** Alternatives of bounds that all have to hold; undefined for what is no constraint. */
function readConstraint(text: string): readonly (readonly Bound[])[] | undefined {
  const alternatives = text.split(/\s*\|\|?\s*/).map((alternative) => alternative.trim().split(/\s+/).map(readBound));
  const known = alternatives.map((bounds) => bounds.filter((bound) => bound !== undefined));
  return known.every((bounds, index) => bounds.length === alternatives[index]?.length) ? known : undefined;
}

function readBound(text: string): Bound | undefined {
  const match = /^(\^|~|>=|<=|!=|==?|>|<)?v?(\*|\d+(?:\.(?:\d+|\*))*)$/.exec(text);
  if (!match) return undefined;
  const [, operator = '', version = ''] = match;
  const wanted = numbersOf(version);
  if (version.includes('*')) return between(wanted, Math.max(0, wanted.length - 1));
  const compared = COMPARISONS[operator];
  if (compared) return (installed) => compared(compare(installed, wanted));
  if (operator === '~') return between(wanted, Math.max(0, wanted.length - 2));
  return between(wanted, operator === '^' ? wanted.findIndex((part) => part > 0) : wanted.length);
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '!=': (order) => order !== 0,
};

/** From this version on, as long as the number at this place stays the same; without such a place exactly this one. */
function between(from: Numbers, place: number): Bound {
  if (from.length === 0) return () => true;
  return (installed) =>
    compare(installed, from) >= 0 && from.slice(0, place + 1).every((part, index) => installed[index] === part);
}

function numbersOf(version: string): Numbers {
  return version.split('.').flatMap((part) => (part === '*' ? [] : [Number(part)]));
}

function compare(one: Numbers, other: Numbers): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
