/** A Shopware version such as 6.6.10.3; `text` is what the user or the shop wrote. */
export interface ShopwareVersion {
  readonly text: string;
  readonly parts: readonly number[];
}

/** Reads `6.6`, `6.6.10`, `v6.6.10.3` or `6.7.9999999-dev`; undefined for anything else. */
export function parseVersion(text: string): ShopwareVersion | undefined {
  const match = /^v?(\d+(?:\.\d+){1,3})(?:[-+.][\w.-]+)?$/.exec(text.trim());
  if (!match?.[1]) return undefined;
  return { text: text.trim(), parts: match[1].split('.').map(Number) };
}

/**
 * Whether `version` is `since` or newer. A version written short counts as the newest of its line:
 * `6.6` is at least `6.6.10`, because who writes it means the line, not its first release.
 */
export function isAtLeast(version: ShopwareVersion, since: string): boolean {
  const wanted = since.split('.').map(Number);
  for (const [index, part] of wanted.entries()) {
    const own = version.parts[index];
    if (own === undefined) return true;
    if (own !== part) return own > part;
  }
  return true;
}

/** Whether a version is certainly newer than another: what is written short stands for its whole line. */
export function isNewer(version: ShopwareVersion, other: ShopwareVersion): boolean {
  for (const [index, part] of version.parts.entries()) {
    const otherPart = other.parts[index];
    if (otherPart === undefined) return false;
    if (part !== otherPart) return part > otherPart;
  }
  return false;
}
