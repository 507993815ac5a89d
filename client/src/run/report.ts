import type { SentRequest, ServerError } from '../../../shop/src/index.ts';

/** What is known about a refusal that the checks did not foresee. */
export interface UnforeseenRefusal {
  /** The version of the extension. */
  readonly version: string;
  /** As far as the shop's version is known. */
  readonly shopware: string | undefined;
  readonly status: number | null;
  readonly request: Pick<SentRequest, 'method' | 'url' | 'headers' | 'body'>;
  readonly errors: readonly ServerError[];
}

/** Headers that say nothing about a criteria; keys and tokens are hidden in them anyway. */
const ownHeaders = new Set([
  'accept',
  'accept-encoding',
  'authorization',
  'content-type',
  'sw-access-key',
  'sw-context-token',
  'user-agent',
]);

/**
 * A report in English for those who keep the checks: what was sent and what came back, as Markdown. It names neither the
 * shop nor who signed in.
 */
export function reportOf({ version, shopware, status, request, errors }: UnforeseenRefusal): string {
  const { method, url, headers, body } = request;
  const { pathname, search } = new URL(url);
  const told = Object.entries(headers).filter(([name]) => !ownHeaders.has(name));
  return [
    'A refusal that the checks did not foresee',
    `Shopware Criteria ${version}, Shopware ${shopware ?? 'of unknown version'}`,
    block('', [`${method} ${pathname}${search}`, ...told.map(([name, value]) => `${name}: ${value}`)].join('\n')),
    block('json', body ?? ''),
    `Answer: ${status ?? 'no status'}`,
    block('json', JSON.stringify(errors, null, 2)),
  ].join('\n\n');
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
