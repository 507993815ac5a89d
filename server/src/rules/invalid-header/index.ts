import { t } from '@vscode/l10n';
import type { World } from '../../analysis/world.ts';
import type { Directive } from '../../criteria/directives.ts';
import { has } from '../../shopware/changes.ts';
import { SEARCH_HEADERS, WRITE_HEADERS } from '../../shopware/headers.ts';
import { phpRefusal, type Refusal } from '../../shopware/refusal.ts';
import { suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import type { Finding, Rule } from '../rule.ts';
import { hasVariable } from '../variables.ts';

/** A request header that the shop refuses, or does not take as it is meant (reference, section 10). */
export const rule: Rule = {
  meta: {
    code: 'invalid-header',
    severity: 'warning',
    description: 'A "@header" that the shop refuses or reads differently than intended.',
  },
  create: ({ document, world, report }) => ({
    document: () => {
      for (const directive of document.directives) {
        const match = directive.name === 'header' ? /^([\w-]+)(\s*:\s*)(.*)$/.exec(directive.value) : null;
        const [, name = '', gap = '', value = ''] = match ?? [];
        if (!match || value === '' || hasVariable(value)) continue;
        const header = { directive, name, value, at: directive.valueStart + name.length + gap.length };
        const finding = findingOf(header, world);
        if (finding) report(finding);
      }
    },
  }),
};

interface Header {
  readonly directive: Directive;
  readonly name: string;
  readonly value: string;
  /** Where the value begins. */
  readonly at: number;
}

function findingOf(header: Header, world: World): Finding | undefined {
  const { value } = header;
  const name = header.name.toLowerCase();
  if (['sw-language-id', 'sw-currency-id', 'sw-version-id'].includes(name)) {
    return /^[0-9a-f]{32}$/i.test(value) ? undefined : badId(header, name, world);
  }
  if (name === 'sw-inheritance' && /^(0|false|no|off)$/i.test(value)) {
    return atValue(
      header,
      t(
        'The presence of "sw-inheritance" counts, not its value: {0} switches it on as well. Leave the header out.',
        value,
      ),
    );
  }
  if (name === 'sw-include-search-info' && /^(false|no|off)$/i.test(value)) {
    return atValue(header, t('Only 0 switches the search information off: "{0}" counts as on.', value));
  }
  if (name === 'content-type' && !value.startsWith('application/json')) {
    return atValue(
      header,
      t(
        'The shop reads a body only as "application/json": with "{0}" it ignores the criteria and returns all rows.',
        value,
      ),
    );
  }
  if (FORM_HEADERS.includes(name)) {
    return atName(header, t('"{0}" is set by the client itself: leave it out.', header.name));
  }
  if (SIGN_IN_HEADERS.includes(name)) {
    return atName(
      header,
      t('"{0}" is set by the client itself, from the shop\'s credentials: leave it out.', header.name),
    );
  }
  return unknownHeader(header, name);
}

/** What signing in sends (section 9). */
const SIGN_IN_HEADERS = ['authorization', 'sw-access-key'];

/** What decides in which form body and answer are (section 6). */
const FORM_HEADERS = ['accept', 'content-type', 'content-length', 'host'];

function atName({ directive, name }: Header, message: string): Finding {
  const { valueStart } = directive;
  return { message, start: valueStart, end: valueStart + name.length, pointer: null };
}

function badId(header: Header, name: string, world: World): Finding {
  const refusal = refusalOf(name, world);
  return {
    ...atValue(header, t('"{0}" must be an id of 32 hex digits.', name)),
    ...(refusal ? { severity: 'error', server: { refusal, order: [-1], unit: [-1], criteria: [] } } : {}),
  };
}

function refusalOf(name: string, { api, version }: World): Refusal | undefined {
  const uuid = {
    status: 400,
    code: 'FRAMEWORK__INVALID_UUID',
    detail: 'Value is not a valid UUID',
    stage: 'route',
  } as const;
  if (name === 'sw-version-id') return uuid;
  if (name === 'sw-currency-id') return api === 'admin' ? uuid : undefined;
  if (api === 'admin') {
    return {
      status: 412,
      code: 'FRAMEWORK__LANGUAGE_NOT_FOUND',
      detail: 'The language was not found.',
      stage: 'route',
    };
  }
  if (!has(version, 'storeLanguageCodes')) return phpRefusal('route', 'Invalid language id');
  return {
    status: 412,
    code: 'SYSTEM__LANGUAGE_INVALID_EXCEPTION',
    detail: 'The provided languageId is invalid.',
    stage: 'route',
  };
}

function unknownHeader(header: Header, name: string): Finding | undefined {
  const known: readonly string[] = [...SEARCH_HEADERS, ...WRITE_HEADERS];
  if (!name.startsWith('sw-') || known.includes(name)) return undefined;
  const { directive } = header;
  const meant = name === 'sw-access-token' ? 'sw-access-key' : nearest(name, SEARCH_HEADERS);
  const end = directive.valueStart + header.name.length;
  return {
    message: `${t('The shop knows no header "{0}" and ignores it.', header.name)}${suggestion(meant)}`,
    start: directive.valueStart,
    end,
    pointer: null,
    fixes: () =>
      meant === undefined
        ? []
        : [
            {
              title: t('Change to "{0}"', meant),
              edits: [{ start: directive.valueStart, end, text: meant }],
              preferred: true,
            },
          ],
  };
}

function atValue({ at, value }: Header, message: string): Finding {
  return { message, start: at, end: at + value.length, pointer: null };
}
