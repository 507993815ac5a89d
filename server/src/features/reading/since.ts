import { t } from '@vscode/l10n';
import { type Change, sinceOf } from '../../shopware/changes.ts';

/** What something is, with the release that brought it where it was not always there: `filter, since 6.4.11`. */
export function withSince(what: string, since: Change | undefined): string {
  return since ? `${what}, ${sinceText(since)}` : what;
}

/** The release that brought something: `since 6.4.11`. */
export function sinceText(since: Change): string {
  return t('since {0}', sinceOf(since));
}
