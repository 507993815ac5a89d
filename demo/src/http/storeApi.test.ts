import { beforeAll, describe, expect, it } from 'vitest';
import { isJsonObject, type Json, objects } from '../engine/json.ts';
import { type OpenShop, openShop } from '../openShop.ts';
import { inProcess } from '../replay/inProcess.ts';

const HEADLESS = 'SWSCSG9OTU5MBNQYT25UDFZ1DQ';

describe('the Store API', () => {
  let open: OpenShop;

  beforeAll(async () => {
    open = await openShop({});
  });

  it('lets in with the access key of any sales channel, and answers as that one', () => {
    const ask = (headers: Readonly<Record<string, string>>) => {
      const post = inProcess(open, { headers });
      return [
        valueIn(inProcess(open, { headers, method: 'GET' })('/store-api/context', '').body, 'salesChannel'),
        valueIn(post('/store-api/product', '{"limit":1,"total-count-mode":1}').body, 'total'),
      ] as const;
    };
    const [busiest, shown] = ask({});
    const [other, shownThere] = ask({ 'sw-access-key': HEADLESS });
    expect([valueIn(busiest, 'name'), valueIn(other, 'name')]).toEqual(['Recorded Headless', 'Headless']);
    expect(shown).toBeGreaterThan(Number(shownThere));
  });

  it('does not know an access key of nobody', () => {
    const post = inProcess(open, { headers: { 'sw-access-key': 'SWSCNOBODY0000000000000000' } });
    expect(post('/store-api/product', '{}').status).toBe(412);
  });

  it('cannot be written to', () => {
    expect(inProcess(open, { method: 'PATCH' })('/store-api/context', '{}').status).toBe(405);
  });

  it('lists the states of a country', () => {
    const [state] = open.shop.database.table('country_state')?.rows ?? [];
    const body = inProcess(open)(`/store-api/country-state/${state?.countryId}`, '{"limit":100}').body;
    const states = objects(valueIn(body, 'elements'));
    expect(states.map(({ id }) => id)).toContain(state?.id);
    expect(new Set(states.map(({ countryId }) => countryId))).toEqual(new Set([state?.countryId]));
  });

  function valueIn(json: Json | undefined, key: string): Json | undefined {
    return isJsonObject(json) ? json[key] : undefined;
  }
});
