import { t } from '@vscode/l10n';
import type { Directive } from '../../criteria/directives.ts';
import { DIRECTIVES, strayDirectives } from '../../criteria/directives.ts';
import type { CriteriaDocument } from '../../criteria/document.ts';
import { ANNOUNCED_LINE, lineIn, OLDEST_LINE } from '../../schema/bundled/lines.ts';
import { isAtLeast, parseVersion } from '../../shopware/version.ts';
import { changeDirective } from '../edits.ts';
import type { Edit, Fix, Rule } from '../rule.ts';

/** What is wrong with the value of each directive; undefined for nothing. */
const COMPLAINTS: Readonly<Record<string, (value: string) => string | undefined>> = {
  api: (value) => (value === 'admin' || value === 'store' ? undefined : t('"@api" must be "admin" or "store".')),
  shopware: (value) => (parseVersion(value) ? undefined : t('"@shopware" must be a version such as 6.6.10.')),
  path: (value) => (value.startsWith('/') ? undefined : t('"@path" must begin with "/", such as /store-api/product.')),
  header: (value) => (/^[\w-]+\s*:\s*\S/.test(value) ? undefined : t('"@header" must be "name: value".')),
  var: (value) => (/^[\w.-]+\s+\S/.test(value) ? undefined : t('"@var" must be a name and a value.')),
};

/** A directive without a value, with one that cannot be, or where none is read. */
export const rule: Rule = {
  meta: {
    code: 'invalid-directive',
    severity: 'error',
    description: 'A directive whose value is not valid, or that appears where directives are not read.',
  },
  create: ({ document, report }) => ({
    document: () => {
      for (const stray of strayDirectives(document.syntax.text, document.syntax.root?.offset ?? Infinity)) {
        report({
          message: t('"{0}" comes after the beginning of the body, where directives are not read.', `@${stray.name}`),
          start: stray.start,
          end: stray.valueEnd,
          pointer: null,
          severity: 'warning',
          fixes: () => [moveToTop(stray, document)],
        });
      }
      for (const directive of document.directives) {
        const message = complaint(directive);
        if (message === undefined) continue;
        const hasValue = directive.valueEnd > directive.valueStart;
        const start = hasValue ? directive.valueStart : directive.nameStart;
        const end = hasValue ? directive.valueEnd : directive.nameEnd;
        report({ message, start, end, pointer: null, fixes: () => fixesOf(directive) });
      }
      const version = document.directives.find(({ name, value }) => name === 'shopware' && aboutUnheardOf(value));
      const message = version && aboutUnheardOf(version.value);
      if (!message) return;
      const { valueStart: start, valueEnd: end } = version;
      report({ message, start, end, pointer: null, severity: 'information' });
    },
  }),
};

function complaint({ name, value }: Directive): string | undefined {
  const known = Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
  if (!known) return undefined;
  if (value === '') return t('"{0}" needs a value, such as: {1}', `@${name}`, `// @${name} ${known.argument}`);
  return COMPLAINTS[name]?.(value);
}

function fixesOf(directive: Directive): readonly Fix[] {
  if (directive.name !== 'api' || directive.value === '') return [];
  return ['admin', 'store'].map((api) => ({
    title: t('Change to "{0}"', api),
    edits: [changeDirective(directive, api)],
  }));
}

/** Behind the last directive that is read, so that it says the same as if it had stood there before. */
function moveToTop(stray: Directive, { directives, syntax: { root, text } }: CriteriaDocument): Fix {
  const head = directives.findLast(({ end }) => end <= (root?.offset ?? 0));
  const line = text.slice(stray.start, stray.valueEnd);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const insertion = head
    ? { start: head.end, end: head.end, text: `\n${line}` }
    : { start: mark, end: mark, text: `${line}\n` };
  return { title: t('Move it to the top'), edits: [insertion, removeComment(stray, text)], preferred: true };
}

/** With its line, where nothing else stands on it. */
function removeComment({ start, end }: Directive, text: string): Edit {
  const from = text.slice(0, start).trimEnd().length;
  const isAlone = text.slice(from, start).includes('\n');
  return { start: isAlone ? text.lastIndexOf('\n', start - 1) : from, end, text: '' };
}

function aboutUnheardOf(value: string): string | undefined {
  const version = parseVersion(value);
  if (version === undefined) return undefined;
  if (!isAtLeast(version, OLDEST_LINE)) {
    return t('Shopware {0} is older than any that is known: the rules of {1} apply.', value, OLDEST_LINE);
  }
  const isKnown = lineIn(version) === ANNOUNCED_LINE || !isAtLeast(version, ANNOUNCED_LINE);
  return isKnown ? undefined : t('Shopware {0} is newer than any that is known: the newest rules apply.', value);
}
