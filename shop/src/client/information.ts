import { excerpt } from '../errors/explainAnswer.ts';
import { isShopError, ShopError } from '../errors/shopError.ts';
import type { Subject } from '../errors/subject.ts';
import type { Answer } from './answer.ts';
import type { CallOptions, ShopRequest } from './types.ts';

type Send = (request: ShopRequest) => Promise<Answer>;

/** Where a shop says its version, newest first. Before 6.3.5 every route stood below a version of the API. */
const versionPaths = ['/api/_info/version', '/api/v1/_info/version', '/api/v3/_info/version'];

/** The shop's version, from where it stands in this version. */
export async function fetchVersion(send: Send, subject: Subject, { signal }: CallOptions): Promise<string> {
  for (const path of versionPaths) {
    const answer = await unlessAbsent(send({ api: 'admin', method: 'GET', path, signal }));
    const json: unknown = answer?.json;
    if (typeof json === 'object' && json !== null && 'version' in json && typeof json.version === 'string') {
      return json.version;
    }
  }
  throw new ShopError('notAShop', {
    message: `${subject.shop} does not say its version, as every Shopware does.`,
    hint: 'Check the address: it is the one of the shop itself.',
  });
}

/** The text of the entity schema. A failure says what to do without it. */
export async function fetchEntitySchema(
  send: Send,
  subject: Subject,
  options: Pick<ShopRequest, 'signal' | 'onProgress'>,
): Promise<string> {
  try {
    const answer = await send({ ...options, api: 'admin', method: 'GET', path: '/api/_info/entity-schema.json' });
    return answer.text;
  } catch (error) {
    if (!isShopError(error) || error.kind !== 'refused') throw error;
    throw new ShopError('refused', {
      message: `${subject.shop} does not hand out its entity schema (${error.status}): ${excerpt(error.errors[0]?.detail ?? 'it gives no reason')}.`,
      hint: 'The log of the shop says why. Until then, a schema that was stored or committed before can be used.',
      errors: error.errors,
      ...(error.status !== null && { status: error.status }),
      ...(error.request !== null && { request: error.request }),
    });
  }
}

async function unlessAbsent(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (isShopError(error) && error.kind === 'refused' && error.status === 404) return null;
    throw error;
  }
}
