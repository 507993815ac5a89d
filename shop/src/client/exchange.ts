import { t } from '@vscode/l10n';
import { plainOf } from '../answer/plainOf.ts';
import { ShopError } from '../errors/shopError.ts';
import { parsedJson } from '../json.ts';
import type { Answer } from './answer.ts';
import type { Wire, WireAnswer, WireRequest } from './wire.ts';

/** A request of the client: everything but the address of the shop. */
export interface Call extends Omit<WireRequest, 'url'> {
  readonly path: string;
}

/** An answer whose body was read, or went into the target of the call: then there is no JSON of a long one. */
export type Exchanged = Answer & Pick<WireAnswer, 'inTarget'>;

/** Sends a call and reads the body of the answer, whatever its status. */
export type Exchange = (call: Call) => Promise<Exchanged>;

/** Exchanges with the shop at an address. */
export function createExchange(address: string, wire: Wire): Exchange {
  return async ({ path, ...request }) => {
    const answer = await wire.exchange({ ...request, url: urlOf(address, path) });
    return { ...answer, json: jsonOf(answer) };
  };
}

function urlOf(address: string, path: string): URL {
  // Without the slash, a path could change the host.
  const url = path.startsWith('/') ? URL.parse(address + path) : null;
  if (url !== null) return url;
  throw new ShopError('badRequest', {
    message: t('The path "{0}" cannot be sent.', path),
    hint: t('A path begins with a slash: /api/search/product.'),
  });
}

function jsonOf({ text, headers }: WireAnswer): unknown {
  const json = parsedJson(text);
  return headers['content-type']?.includes('application/vnd.api+json') === true ? plainOf(json) : json;
}
