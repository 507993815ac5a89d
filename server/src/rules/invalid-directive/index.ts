import { t } from '@vscode/l10n';
import type { Directive } from '../../criteria/directives.ts';
import { DIRECTIVES } from '../../criteria/directives.ts';
import { parseVersion } from '../../shopware/version.ts';
import type { Fix, Rule } from '../rule.ts';

/** What is wrong with the value of each directive; undefined for nothing. */
const COMPLAINTS: Readonly<Record<string, (value: string) => string | undefined>> = {
  api: (value) => (value === 'admin' || value === 'store' ? undefined : t('"@api" must be "admin" or "store".')),
  shopware: (value) => (parseVersion(value) ? undefined : t('"@shopware" must be a version such as 6.6.10.')),
  path: (value) => (value.startsWith('/') ? undefined : t('"@path" must begin with "/", such as /store-api/product.')),
  header: (value) => (/^[\w-]+\s*:\s*\S/.test(value) ? undefined : t('"@header" must be "name: value".')),
  var: (value) => (/^[\w.-]+\s+\S/.test(value) ? undefined : t('"@var" must be a name and a value.')),
};

/** A directive without a value, or with one that cannot be. */
export const rule: Rule = {
  meta: { code: 'invalid-directive', severity: 'error', description: 'A directive whose value cannot be.' },
  create: ({ document, report }) => ({
    document: () => {
      for (const directive of document.directives) {
        const message = complaint(directive);
        if (message === undefined) continue;
        const hasValue = directive.valueEnd > directive.valueStart;
        const start = hasValue ? directive.valueStart : directive.nameStart;
        const end = hasValue ? directive.valueEnd : directive.nameEnd;
        report({ message, start, end, pointer: null, fixes: () => fixesOf(directive) });
      }
    },
  }),
};

function complaint({ name, value }: Directive): string | undefined {
  const known = Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
  if (!known) return undefined;
  if (value === '') return t('"{0}" needs a value, such as: {1}', `@${name}`, `// @${name} ${known.argument}`);
  return COMPLAINTS[name]?.(value);
}

function fixesOf({ name, value, valueStart, valueEnd }: Directive): readonly Fix[] {
  if (name !== 'api' || value === '') return [];
  return ['admin', 'store'].map((api) => ({
    title: t('Change to "{0}"', api),
    edits: [{ start: valueStart, end: valueEnd, text: api }],
  }));
}
