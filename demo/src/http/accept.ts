import { type Answer, refusedByFramework } from './answer.ts';
import type { ShopRequest } from './shopRequest.ts';

/** How the Admin API writes entities: plain, or as JSON:API (reference, section 6). */
export type Form = 'json' | 'json-api';

const FORMS: ReadonlyMap<string, Form> = new Map([
  ['application/json', 'json'],
  ['application/vnd.api+json', 'json-api'],
  ['*/*', 'json-api'],
]);

/** The form that the request likes best of those that there are; undefined when it accepts none of them. */
export function acceptedForm(request: ShopRequest): Form | undefined {
  const [best] = (request.header('accept') ?? '')
    .split(',')
    .map(readType)
    .toSorted((one, other) => other.quality - one.quality)
    .flatMap(({ type }) => FORMS.get(type) ?? []);
  return best;
}

function readType(text: string): { readonly type: string; readonly quality: number } {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length);
  return { type, quality: quality === undefined ? 1 : Number(quality) };
}

/** Without a type that the Admin API can send: 415. */
export function unacceptable(request: ShopRequest): Answer | undefined {
  if (acceptedForm(request) !== undefined) return undefined;
  return refusedByFramework(415, `All provided media types are unsupported. (${request.header('accept') ?? ''})`);
}
