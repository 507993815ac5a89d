import { isAtLeast, type ShopwareVersion } from '../../shopware/version.ts';

const OLDEST = { line: '6.4', version: '6.4.20.2' } as const;
const NEWEST = { line: '6.7', version: '6.7.6.0' } as const;

/** The newest recorded version of each line; the first one is the oldest known, the last one the newest. */
export const BUNDLED = [
  OLDEST,
  { line: '6.5', version: '6.5.8.14' },
  { line: '6.6', version: '6.6.10' },
  NEWEST,
] as const;

export type BundledLine = (typeof BUNDLED)[number]['line'];

/** The oldest and the newest line whose schema is bundled. */
export const OLDEST_LINE = OLDEST.line;
export const NEWEST_LINE = NEWEST.line;

/** The line after them: announced, and what it changes is known from its code. */
export const ANNOUNCED_LINE = '6.8';

/** The newest version whose schema is bundled. */
export const NEWEST_SHOPWARE: ShopwareVersion = {
  text: NEWEST.version,
  parts: NEWEST.version.split('.').map(Number),
};

/** Prefix of the schema ids that need no request (protocol, `SchemaReference`). */
export const BUNDLED_PREFIX = 'bundled:';

/** The line of a version: `6.6` of 6.6.10.3. */
export function lineIn({ parts: [major = 0, minor = 0] }: ShopwareVersion): string {
  return `${major}.${minor}`;
}

/** The line whose schema is nearest to a version: its own, else the oldest or the newest. */
export function lineOf(version: ShopwareVersion): BundledLine {
  const own = BUNDLED.find(({ line }) => line === lineIn(version));
  return own?.line ?? (isAtLeast(version, OLDEST_LINE) ? NEWEST_LINE : OLDEST_LINE);
}
