import { t } from '@vscode/l10n';
import { looksLikeEntitySchema } from '../entitySchemaText.ts';
import { isShopError, ShopError, type ShopErrorKind } from '../errors/shopError.ts';
import type { Subject } from '../errors/subject.ts';
import { excerpt } from '../errors/words.ts';
import { recordOf } from '../json.ts';
import type { Answer } from './answer.ts';
import type { CallOptions, ShopRequest } from './types.ts';

type Send = (request: ShopRequest) => Promise<Answer>;

/** Where a shop says its version, newest first. Before 6.3.5 every route stood below a version of the API. */
const versionPaths = ['/api/_info/version', '/api/v1/_info/version', '/api/v3/_info/version'];

/** The shop's version, from where it stands in this version. */
export async function fetchVersion(send: Send, subject: Subject, { signal }: CallOptions): Promise<string> {
  for (const path of versionPaths) {
    const answer = await unlessAbsent(send({ api: 'admin', method: 'GET', path, signal }));
    const { version } = recordOf(answer?.json);
    if (typeof version === 'string' && version !== '') return version;
  }
  throw new ShopError('notAShop', {
    message: t('{0} does not give its version, as every Shopware does.', subject.shop),
    hint: t('Check the address: it must be the address of the shop itself.'),
  });
}

/** The text of the entity schema; anything else is refused. A failure says what to do without it. */
export async function fetchEntitySchema(
  send: Send,
  subject: Subject,
  options: Pick<ShopRequest, 'signal' | 'onProgress'>,
): Promise<string> {
  const answer = await explained(send({ ...options, api: 'admin', method: 'GET', path: schemaPath }), subject);
  const verdict = looksLikeEntitySchema(answer.text);
  if (verdict === true) return answer.text;
  throw new ShopError('notAShop', {
    message: `${t('{0} answers with something other than its entity schema.', subject.shop)} ${verdict}`,
    hint: `${t('Check what is at {0}: a proxy or a plugin may be answering in its place.', schemaPath)} ${instead()}`,
    status: answer.status,
    request: answer.request,
  });
}

async function explained(answer: Promise<Answer>, subject: Subject): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw isShopError(error) ? withoutSchema(error, subject) : error;
  }
}

const schemaPath = '/api/_info/entity-schema.json';
const instead = () => t('Until then, a schema that was stored or committed before can be used.');

/** The failures that lie with the shop or the way to it. */
const ofTheShop: ReadonlySet<ShopErrorKind> = new Set<ShopErrorKind>([
  'unreachable',
  'timeout',
  'notAShop',
  'unavailable',
  'refused',
  'tooLarge',
]);

/** A failure to get the entity schema that lies with the shop says what to do; any other one comes back as it is. */
function withoutSchema(error: ShopError, { shop }: Subject): ShopError {
  const { kind, status } = error;
  const reason = reasonIn(error);
  if (kind === 'refused' && status === 403) {
    return error.inWords({
      message:
        reason === ''
          ? t('{0} does not let this sign-in read its entity schema (403).', shop)
          : t('{0} does not let this sign-in read its entity schema (403): {1}.', shop, reason),
      hint: `${t('Sign in as an administrator, or as an integration that is one.')} ${instead()}`,
    });
  }
  if (kind === 'refused' && status === 404) {
    return error.inWords({
      message: t('{0} does not have the route of the entity schema (404).', shop),
      hint: `${t('A plugin or a web server may be blocking it: {0}.', schemaPath)} ${instead()}`,
    });
  }
  if (status === 500) {
    return error.inWords({
      message:
        reason === ''
          ? t('{0} cannot generate its entity schema (500).', shop)
          : t('{0} cannot generate its entity schema (500): {1}.', shop, reason),
      hint: `${t('Often an entity of a plugin is the reason; the log of the shop says which.')} ${instead()}`,
    });
  }
  if (!ofTheShop.has(kind)) return error;
  return error.inWords({
    message: error.message,
    hint: error.hint === null ? instead() : `${error.hint} ${instead()}`,
  });
}

function reasonIn({ errors, missingPrivileges }: ShopError): string {
  if (missingPrivileges.length > 0) return t('it requires the privilege {0}', missingPrivileges.join(', '));
  return excerpt(errors[0]?.detail ?? '');
}

async function unlessAbsent(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (isShopError(error) && error.kind === 'refused' && error.status === 404) return null;
    throw error;
  }
}
