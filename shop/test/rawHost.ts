import { once } from 'node:events';
import net from 'node:net';

/** A host on the loopback address that speaks whatever the test wants, below HTTP. */
export interface RawHost extends AsyncDisposable {
  /** `127.0.0.1:4711`. */
  readonly address: string;
}

/** Starts a host that does with each connection what the test tells it. */
export async function rawHost(onConnection: (socket: net.Socket) => void): Promise<RawHost> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    // The other side may leave at any time.
    socket.on('error', () => socket.destroy());
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    address: `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
