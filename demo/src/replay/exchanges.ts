import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { isJsonList, isJsonObject, type Json, type JsonObject, objects } from '../engine/json.ts';
import type { DemoShop } from '../index.ts';
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

/** Writing, plugins, permissions and throttling are not part of the demo shop yet. */
const LATER = /^(w|s|d|ce|app|acl)-|throttle|reader|notification|oauth-(password|refresh|user|sales)/;

/** The recorded reads and sign-ins. */
export function readExchanges(): readonly Exchange[] {
  const lines = readFileSync(join(RECORDING, 'exchanges.jsonl'), 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const row: Json = JSON.parse(line);
    if (!isJsonObject(row) || !isJsonObject(row.request) || !isJsonObject(row.response)) return [];
    if (LATER.test(String(row.id))) return [];
    const { method, path, headers, body } = row.request;
    return [
      {
        id: String(row.id),
        method: String(method),
        path: String(path),
        headers: texts(headers),
        body:
          typeof body === 'object' && body !== null
            ? JSON.stringify(body)
            : typeof body === 'string'
              ? body
              : undefined,
        answer: { status: Number(row.response.status), body: row.response.body ?? null },
      },
    ];
  });
}

/** Sends a recorded request to the demo shop, with its credentials where the recording has placeholders. */
export function send(shop: DemoShop, token: string, exchange: Exchange): Promise<WireAnswer> {
  const replace = (text: string): string =>
    text
      .replace('<token>', token)
      .replaceAll('<client_secret>', shop.clientSecret)
      .replaceAll('<integration access key SWIA…>', shop.clientId)
      .replace('<base64 of id:secret>', Buffer.from(`${shop.clientId}:${shop.clientSecret}`).toString('base64'));
  const headers = Object.fromEntries(Object.entries(exchange.headers).map(([name, value]) => [name, replace(value)]));
  const body = exchange.body === undefined ? undefined : replace(exchange.body);
  const { hostname, port } = new URL(shop.url);
  return new Promise((resolve, reject) => {
    const path = encodeURI(decodeURI(exchange.path));
    const sent = httpRequest({ hostname, port, path, method: exchange.method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString()) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Status and code of the first error. */
export function sameVerdict(one: WireAnswer, other: WireAnswer): boolean {
  return one.status === other.status && firstCode(one.body) === firstCode(other.body);
}

/** The whole body with the same keys and values; addresses of the two shops are the same address. */
export function sameBody(one: WireAnswer, other: WireAnswer): boolean {
  return comparable(one.body) === comparable(other.body);
}

function firstCode(body: Json): string | undefined {
  const [error] = isJsonObject(body) ? objects(body.errors) : [];
  return error && String(error.code);
}

function comparable(body: Json): string {
  return JSON.stringify(sorted(body)).replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://shop');
}

function sorted(value: Json): Json {
  if (isJsonList(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
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
