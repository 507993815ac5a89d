import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoShop, startDemoShop } from '../index.ts';
import { readExchanges, send, signInEveryone } from './exchanges.ts';
import { hasRecording, RECORDED_AT, RECORDING } from './recording.ts';
import { sameBody, sameVerdict } from './sameAnswer.ts';

if (!hasRecording) console.warn(`SKIPPED: the demo shop's exchanges, because there is no recording at ${RECORDING}.`);

/** How many of a hundred recorded reads have to have the same status and code, and the same body; only raised. */
const FLOOR = { verdicts: 98, bodies: 97 };

describe.runIf(hasRecording)('recorded exchanges over HTTP', { timeout: 60_000 }, () => {
  let shop: DemoShop;

  beforeAll(async () => {
    shop = await startDemoShop({ port: 0, data: RECORDING, now: RECORDED_AT });
  });

  afterAll(() => shop.close());

  it('are answered with the same status and code, and mostly the same body', async () => {
    const exchanges = readExchanges();
    const placeholders = await signInEveryone(shop);
    const verdicts: string[] = [];
    const bodies: string[] = [];
    for (const exchange of exchanges) {
      const answer = await send(shop, placeholders, exchange);
      if (!sameVerdict(exchange, answer)) verdicts.push(`${exchange.id} (${answer.status})`);
      if (!sameVerdict(exchange, answer) || !sameBody(exchange, answer)) bodies.push(exchange.id);
    }
    const percent = (different: readonly string[]) => 100 * (1 - different.length / exchanges.length);
    console.log(
      `${exchanges.length} exchanges: ${percent(verdicts).toFixed(1)} % the same verdict, ${percent(bodies).toFixed(1)} % the same body.`,
      `\nanother verdict: ${verdicts.join(', ')}\nanother body: ${bodies.join(', ')}`,
    );
    expect(percent(verdicts)).toBeGreaterThanOrEqual(FLOOR.verdicts);
    expect(percent(bodies)).toBeGreaterThanOrEqual(FLOOR.bodies);
  });
});
