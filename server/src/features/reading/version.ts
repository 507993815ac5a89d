import { t } from '@vscode/l10n';
import type { World } from '../../analysis/world.ts';
import { BUNDLED, lineOf, NEWEST_SHOPWARE, OLDEST_LINE } from '../../schema/bundled/lines.ts';
import { isAtLeast, isNewer, type ShopwareVersion } from '../../shopware/version.ts';

/** By which rules and names a version is checked, one paragraph a line. */
export function versionText(world: World): readonly string[] {
  const { version, schemaSource, schema } = world;
  const names =
    schemaSource === 'bundled'
      ? t('Names are those of a plain Shopware {0}.', bundledVersion(version))
      : t('Names are those of the shop’s own schema, with {0} entities.', String(schema.entityNames.length));
  return [`**Shopware ${version.text}**`, rulesText(version), names];
}

/** What is to know about the version where names and keys are explained; empty where it is an ordinary one. */
export function versionRemark({ version, versionKnown }: World): readonly string[] {
  if (!versionKnown) return [`*${t('As Shopware {0}: the shop’s version is not known.', version.text)}*`];
  return isBeyondRecorded(version) ? [`*${rulesText(version)}*`] : [];
}

function rulesText(version: ShopwareVersion): string {
  if (isBeyondRecorded(version)) {
    return t('Newer than {0}, the newest that was recorded: the newest rules apply.', NEWEST_SHOPWARE.text);
  }
  if (!isAtLeast(version, OLDEST_LINE)) {
    return t('Older than any that was recorded: the rules of {0} apply.', OLDEST_LINE);
  }
  return version.parts.length < 3
    ? t('The rules of the newest release of this line apply.')
    : t('The rules of this release apply.');
}

function isBeyondRecorded(version: ShopwareVersion): boolean {
  return isNewer(version, NEWEST_SHOPWARE);
}

function bundledVersion(version: ShopwareVersion): string {
  const line = lineOf(version);
  return BUNDLED.find((bundled) => bundled.line === line)?.version ?? line;
}
