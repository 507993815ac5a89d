import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isJsonObject, type Json } from '../engine/json.ts';
import { type DemoShop, startDemoShop } from '../index.ts';
import { readExchanges, sameBody, sameVerdict, send } from './exchanges.ts';
import { hasRecording, RECORDED_AT, RECORDING } from './recording.ts';

if (!hasRecording) console.warn(`SKIPPED: the demo shop's exchanges, because there is no recording at ${RECORDING}.`);

/** How many of a hundred recorded reads have to have the same status and code, and the same body; raised over time. */
const FLOOR = { verdicts: 90, bodies: 60 };

describe.runIf(hasRecording)('recorded exchanges over HTTP', { timeout: 60_000 }, () => {
  let shop: DemoShop;
  let token: string;

  beforeAll(async () => {
    shop = await startDemoShop({ port: 0, data: RECORDING, now: RECORDED_AT });
    const response = await fetch(`${shop.url}/api/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_id: shop.clientId,
        client_secret: shop.clientSecret,
      }),
    });
    const answer: Json = JSON.parse(await response.text());
    token = isJsonObject(answer) ? String(answer.access_token) : '';
  });

  afterAll(() => shop.close());

  it('are answered with the same status and code, and mostly the same body', async () => {
    const exchanges = readExchanges();
    const other: string[] = [];
    let bodies = 0;
    for (const exchange of exchanges) {
      const answer = await send(shop, token, exchange);
      if (!sameVerdict(exchange.answer, answer))
        other.push(`${exchange.id}: ${answer.status} for ${exchange.answer.status}`);
      else if (sameBody(exchange.answer, answer)) bodies += 1;
    }
    const verdicts = exchanges.length - other.length;
    console.log(`exchanges: ${verdicts} verdicts and ${bodies} bodies of ${exchanges.length}.\n${other.join('\n')}`);
    expect((100 * verdicts) / exchanges.length).toBeGreaterThanOrEqual(FLOOR.verdicts);
    expect((100 * bodies) / exchanges.length).toBeGreaterThanOrEqual(FLOOR.bodies);
  });
});
