import type { IncomingMessage } from 'node:http';
import type { Json } from '../engine/json.ts';
import { type Answer, refusedByFramework } from './answer.ts';
import { readCompressedCriteria } from './compressedCriteria.ts';
import { readPhpQuery } from './phpQuery.ts';

/** A request as the routes see it: body read, nothing checked. */
export interface ShopRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  /** The shop's address as the request names it. */
  readonly origin: string;
  readonly bodyText: string;
  /** The first value of a header, whatever its case; undefined when it is not there. */
  header(name: string): string | undefined;
}

/** More is nobody's criteria, and a shop's web server refuses it, too. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Reads a request to its end; undefined when its body is too large, of which nothing is kept then. */
export async function readRequest(message: IncomingMessage, origin: string): Promise<ShopRequest | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MAX_BODY_BYTES) chunks.length = 0;
    else chunks.push(buffer);
  }
  if (bytes > MAX_BODY_BYTES) return undefined;
  const [path = '/', query = ''] = targetOf(message).split('?', 2);
  const { headers } = message;
  return {
    method: message.method ?? 'GET',
    path,
    query,
    origin,
    bodyText: Buffer.concat(chunks).toString('utf8'),
    header(name) {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value[0] : value;
    },
  };
}

/** Path and query; through a proxy a request names the whole address. */
function targetOf({ url = '/' }: IncomingMessage): string {
  const target = url.replace(/^https?:\/\/[^/?]*/i, '');
  return target.startsWith('/') ? target : `/${target}`;
}

/** The body as criteria, its text for the checks, or the answer to a malformed one. */
export type ReadBody = { readonly body: Json; readonly text: string } | { readonly answer: Answer };

/**
 * Parsed only when `Content-Type` starts with `application/json`, in lower case, or is a form; anything else is
 * ignored without a word (reference, section 1). With GET the criteria stands in the query.
 */
export function readCriteriaBody(request: ShopRequest): ReadBody {
  if (request.method === 'GET') return fromQuery(request.query);
  const type = request.header('content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) return fromNotation(request.bodyText);
  if (!type.startsWith('application/json') || request.bodyText.trim() === '') return { body: {}, text: '{}' };
  return fromJson(request.bodyText);
}

/** Anything but an object or a list counts as nothing. */
function fromJson(text: string): ReadBody {
  try {
    const body: Json = JSON.parse(text);
    if (isDeeper(body, MAX_DEPTH)) return MALFORMED;
    return typeof body === 'object' && body !== null ? { body, text } : { body: {}, text: '{}' };
  } catch {
    return MALFORMED;
  }
}

const MALFORMED: ReadBody = { answer: refusedByFramework(400, 'The JSON payload is malformed.') };

/** How deep `json_decode` reads. */
const MAX_DEPTH = 512;

/** Whether lists and objects stand in each other more often than so many times. */
function isDeeper(value: Json, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((part) => isDeeper(part, depth - 1));
}

function fromQuery(query: string): ReadBody {
  const compressed = new URLSearchParams(query).get('_criteria');
  if (compressed === null) return fromNotation(query);
  const read = readCompressedCriteria(compressed);
  return 'answer' in read ? read : fromJson(read.text);
}

function fromNotation(text: string): ReadBody {
  const body = readPhpQuery(text);
  return { body, text: JSON.stringify(body) };
}
