// A shop for measurements, in a process of its own: signs anybody in, answers a search and a very large one. Sends its
// port to the process that started it, and ends with it.
import { createServer } from 'node:http';

const row = { id: '0'.repeat(32), name: 'Claw Hammer', stock: 12, translated: { name: 'Claw Hammer' } };
/** As large as the answer of a real shop to a search of 25 whole products: 83 KB. */
const search = JSON.stringify({ total: 750, data: Array.from({ length: 750 }, () => row), aggregations: [] });
/** What stands around the spaces of a very large answer. */
const BEGINNING = '{"total":1,"data":["';
const END = '"]}';
const megabyte = Buffer.alloc(1024 * 1024, ' ');

let signIns = 0;

const server = createServer(async (request, response) => {
  for await (const _ of request);
  response.setHeader('content-type', 'application/json');
  const [, megabytes] = /^\/api\/search\/large-(\d+)$/.exec(request.url ?? '') ?? [];
  if (request.url === '/api/oauth/token') {
    signIns++;
    response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 600, access_token: `token-${signIns}` }));
  } else if (request.url === '/api/sign-ins') {
    response.end(String(signIns));
  } else if (megabytes !== undefined) {
    response.write(BEGINNING);
    for (let sent = 1; sent < Number(megabytes); sent++) {
      if (!response.write(megabyte)) await new Promise((resolve) => response.once('drain', resolve));
    }
    response.write(megabyte.subarray(BEGINNING.length + END.length));
    response.end(END);
  } else {
    response.end(search);
  }
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
process.on('disconnect', () => process.exit());
