import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../engine/json.ts';
import type { DemoShop } from '../index.ts';
import { USER_KEY } from '../openShop.ts';
import { RECORDING } from './recording.ts';

/** One recorded request with its answer. */
export interface Exchange {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly answer: WireAnswer;
}

export interface WireAnswer {
  readonly status: number;
  readonly body: Json;
}

/**
 * What is not replayed: writing (but for wrong methods), custom entities and apps that are there; the documents of the OpenAPI and the lists of routes;
 * sign-ins of which the recording keeps only every tenth.
 */
const LEFT_OUT =
  /^(w|s|ce)-|^d-(?!collection$|put$)|^app-(?!integration-header-(bad|integration)$)|^acl-(role|write|sync|delete|editor)|^(st-)?info-(openapi3|open-api-schema|openapi|routes|privileges)$|-throttle-/;

/** The recorded reads and sign-ins. */
export function readExchanges(): readonly Exchange[] {
  const lines = readFileSync(join(RECORDING, 'exchanges.jsonl'), 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const row: Json = JSON.parse(line);
    if (!isJsonObject(row) || !isJsonObject(row.request) || !isJsonObject(row.response)) return [];
    if (LEFT_OUT.test(String(row.id))) return [];
    const { method, path, headers, body } = row.request;
    return [
      {
        id: String(row.id),
        method: String(method),
        path: String(path),
        headers: texts(headers),
        body: bodyText(body ?? null),
        answer: { status: Number(row.response.status), body: row.response.body ?? null },
      },
    ];
  });
}

function bodyText(body: Json): string | undefined {
  if (typeof body === 'object' && body !== null) return JSON.stringify(body);
  return typeof body === 'string' ? body : undefined;
}

/** What the recording's placeholders stand for; one that is not named is replaced by itself. */
export type Placeholders = ReadonlyMap<string, string>;

/** Signs in as everyone whom the recording names. */
export async function signInEveryone(shop: DemoShop): Promise<Placeholders> {
  const { clientId, clientSecret, reader } = shop;
  const token = textIn(await signIn(shop, ofIntegration(clientId, clientSecret)), 'access_token');
  const readerToken = textIn(await signIn(shop, ofIntegration(reader.clientId, reader.clientSecret)), 'access_token');
  const user = { grant_type: 'password', client_id: 'administration', username: 'admin', password: clientSecret };
  const admin = await signIn(shop, user);
  return new Map([
    ['<token>', token],
    ['<token of an integration whose role has only product:read>', readerToken],
    ['<token of admin user (password grant)>', textIn(admin, 'access_token')],
    ['<token with another signature>', `${token.slice(0, -4)}AAAA`],
    ['<expired token>', `${token.slice(0, -4)}BBBB`],
    ['<token valid from in one hour>', `${token.slice(0, -4)}CCCC`],
    ['<refresh_token>', textIn(admin, 'refresh_token')],
    ['<password>', clientSecret],
    ['<client_secret>', clientSecret],
    ['<integration access key SWIA…>', clientId],
    ['<user access key SWUA…>', USER_KEY],
    ['<base64 of id:secret>', Buffer.from(`${clientId}:${clientSecret}`).toString('base64')],
  ]);
}

function ofIntegration(id: string, secret: string): JsonObject {
  return { grant_type: 'client_credentials', client_id: id, client_secret: secret };
}

async function signIn(shop: DemoShop, body: JsonObject): Promise<Json> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  const exchange = { method: 'POST', path: '/api/oauth/token', headers, body: JSON.stringify(body) };
  return (await send(shop, new Map(), exchange)).body;
}

function textIn(body: Json, key: string): string {
  return isJsonObject(body) ? String(body[key]) : '';
}

/** Sends a recorded request to the demo shop. */
export function send(
  shop: DemoShop,
  placeholders: Placeholders,
  { method, path, headers, body }: Pick<Exchange, 'method' | 'path' | 'headers' | 'body'>,
): Promise<WireAnswer> {
  const filled = (text: string): string => {
    let known = text;
    for (const [placeholder, value] of placeholders) known = known.replaceAll(placeholder, value);
    return known;
  };
  const { hostname, port } = new URL(shop.url);
  const options = {
    hostname,
    port,
    path: encodeURI(decodeURI(path)),
    method,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value)])),
  };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString()) });
      });
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : filled(body));
  });
}

function parsed(text: string): Json {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function texts(headers: Json | undefined): Readonly<Record<string, string>> {
  const object: JsonObject = isJsonObject(headers) ? headers : {};
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, String(value)]));
}
