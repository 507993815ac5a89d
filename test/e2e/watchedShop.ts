// A shop that nobody may ask: an address on this machine that keeps account of what arrives.
import { createServer } from 'node:http';

/** An address that answers everything with 404 and remembers it. */
export interface WatchedShop {
  readonly url: string;
  /** Method and path of each request so far. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts the watched address on a free port of the loopback address. */
export async function watchShop(): Promise<WatchedShop> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The watched address has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
