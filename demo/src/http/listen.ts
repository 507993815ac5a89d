import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, refusedByFramework } from './answer.ts';
import { answerRequest } from './answerRequest.ts';
import type { Shop } from './shop.ts';
import { readRequest } from './shopRequest.ts';

const HOST = '127.0.0.1';
const PORTS_TO_TRY = 20;
const LAST_PORT = 65_535;

/** A server that listens; `port` may be higher than the one that was asked for. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Does the work that the shop's answer to a request is, without a pause. */
export type Answering = (work: () => Answer) => Answer;

/** Listens on the loopback address only; a port that is taken: the next one. Port 0 takes any free one. */
export async function listen(shop: Shop, port: number, answering: Answering = (work) => work()): Promise<Listening> {
  const last = Math.min(port + PORTS_TO_TRY - 1, LAST_PORT);
  for (let tried = port; tried <= last; tried++) {
    const server = createServer((message, response) => {
      void respond(shop, answering, message, response);
    });
    if (await listensOn(server, tried)) return { port: portOf(server, tried), close: () => closeAll(server) };
  }
  throw new Error(`No free port between ${port} and ${last}: choose another with --port.`);
}

function listensOn(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(port, HOST, () => resolve(true));
  });
}

function portOf(server: Server, otherwise: number): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : otherwise;
}

function closeAll(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function respond(
  shop: Shop,
  answering: Answering,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reading = readRequest(message, `http://${message.headers.host ?? HOST}`);
  const request = await reading.catch(() => 'brokenOff' as const);
  // Whoever breaks off while sending waits for no answer.
  if (request === 'brokenOff') return void response.destroy();
  const answer = request
    ? answering(() => answerRequest(shop, request))
    : refusedByFramework(413, 'The request body is too large.');
  const text = answer.text ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'cache-control': 'no-cache, private',
    ...answer.headers,
  });
  response.end(message.method === 'HEAD' ? '' : text);
}
