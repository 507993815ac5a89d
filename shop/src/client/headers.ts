import { t } from '@vscode/l10n';
import { ShopError } from '../errors/shopError.ts';

type Headers = Readonly<Record<string, string>>;

/** Headers that belong to the client or to HTTP itself. */
const reserved = new Set([
  'accept-encoding',
  'authorization',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * The headers of a request, names in lower case: `wished` in their order, later ones win; then those that the client
 * sets itself, which nobody can change.
 *
 * @throws ShopError of kind `badRequest` for a header that cannot be sent.
 */
export function requestHeaders(wished: readonly (Headers | undefined)[], fixed: Headers): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of wished.flatMap((part) => Object.entries(part ?? {}))) {
    if (reserved.has(name.toLowerCase())) {
      throw new ShopError('badRequest', {
        message: t('The header "{0}" is set by the client itself.', name),
        hint: t('Leave it out.'),
      });
    }
    checkHeader(name, value);
    headers[name.toLowerCase()] = value;
  }
  return { ...headers, ...fixed };
}

function checkHeader(name: string, value: string): void {
  // Imported, it would take a good part of the start of whoever sends nothing.
  const http = process.getBuiltinModule('node:http');
  try {
    http.validateHeaderName(name);
    http.validateHeaderValue(name, value);
  } catch {
    throw new ShopError('badRequest', {
      message: t('The header "{0}" cannot be sent: its name or value has characters that HTTP does not allow.', name),
      hint: t('Names are letters, digits and dashes; values are one line.'),
    });
  }
}
