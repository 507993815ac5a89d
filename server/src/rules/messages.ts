import { t } from '@vscode/l10n';
import type { World } from '../analysis/world.ts';
import type { Severity } from './rule.ts';

/** `did you mean` as the end of a sentence, or nothing. */
export function suggestion(name: string | undefined): string {
  return name === undefined ? '' : ` ${t('Did you mean "{0}"?', name)}`;
}

/** A name that the schema does not know is only as certain as the schema (contract, section 3). */
export function certainty(world: World): { readonly severity?: Severity; readonly remark: string } {
  if (world.schemaSource !== 'bundled') return { remark: '' };
  return {
    severity: 'warning',
    remark: ` ${t('It is not in a plain Shopware {0}; connect the shop or pull its schema to be sure.', world.version.text)}`,
  };
}

/** The first letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `"name"`, in the quotation marks of the language. */
export function quoted(name: string): string {
  return t('"{0}"', name);
}

/** `"a", "b" or "c"`, at most `limit` of them. */
export function oneOf(names: readonly string[], limit = 8): string {
  return joined(names, limit, (start, last) => t('{0} or {1}', start, last));
}

/** `"a", "b" and "c"`, at most `limit` of them. */
export function allOf(names: readonly string[], limit = 8): string {
  return joined(names, limit, (start, last) => t('{0} and {1}', start, last));
}

function joined(names: readonly string[], limit: number, join: (start: string, last: string) => string): string {
  const shown = names.slice(0, limit).map(quoted);
  const last = shown.pop();
  if (last === undefined) return '';
  if (names.length > limit) return `${[...shown, last].join(', ')} …`;
  return shown.length === 0 ? last : join(shown.join(', '), last);
}
