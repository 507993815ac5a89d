import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';

/** A request as the fake shop received it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** What the fake shop does with a request: it answers, cuts the connection, or stays silent. */
export type Reply =
  | {
      readonly status?: number;
      readonly json?: unknown;
      readonly text?: string | Buffer;
      readonly headers?: Record<string, string>;
      /** Does not end the answer: sends nothing more, or cuts the connection. */
      readonly unfinished?: 'silence' | 'cut';
    }
  | 'cut'
  | 'silence';

/** A server on the loopback address that behaves as the test tells it. */
export interface FakeShop extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
  /** How many connections were made. */
  readonly connections: () => number;
}

const data = path.join(import.meta.dirname, 'data');

/** The certificate that a fake shop with `secure` shows: self-signed, for localhost. */
export const selfSigned = readFileSync(path.join(data, 'self-signed.pem'), 'utf8');

/** The answer to a successful sign-in, as recorded. */
export function token(accessToken: string, more: object = {}): Reply {
  return { json: { token_type: 'Bearer', expires_in: 600, access_token: accessToken, ...more } };
}

/** Errors in Shopware's form. */
export function refusal(status: number, error: object): Reply {
  return { status, json: { errors: [{ status: String(status), ...error }] } };
}

/** Starts a fake shop; `reply` is given each request and how many came before it. */
export async function fakeShop(
  reply: (request: Received, before: number) => Reply,
  { secure = false, host = '127.0.0.1' } = {},
): Promise<FakeShop> {
  const received: Received[] = [];
  let connections = 0;
  const listener: http.RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const entry = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') };
    received.push(entry);
    const what = reply(entry, received.length - 1);
    if (what === 'silence') return;
    if (what === 'cut') {
      request.socket.destroy();
      return;
    }
    const content = what.text ?? (what.json === undefined ? '' : JSON.stringify(what.json));
    const type = what.json === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(what.status ?? 200, { ...type, ...what.headers });
    if (what.unfinished === undefined) response.end(content);
    else response.write(content, () => what.unfinished === 'cut' && request.socket.destroy());
  };
  const server = secure
    ? https.createServer({ cert: selfSigned, key: readFileSync(path.join(data, 'self-signed.test-key.pem')) }, listener)
    : http.createServer(listener);
  server.on('connection', () => {
    connections++;
  });
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `${secure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    received,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
