import { afterEach, beforeAll } from 'vitest';
import { buildServer } from './builtServer.ts';
import { type Editor, TestClient } from './client.ts';

/** For a file of specs: builds the server once, and gives what starts it for an editor; each ends with its spec. */
export function editors(): (editor?: Editor) => Promise<TestClient> {
  const clients: TestClient[] = [];
  let server = '';
  beforeAll(async () => {
    server = await buildServer();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.stop();
  });
  return async (editor = {}) => {
    const client = await TestClient.start([process.execPath, server, '--stdio'], editor);
    clients.push(client);
    return client;
  };
}
