import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject, objects } from '../engine/json.ts';
import { openShop } from '../openShop.ts';
import { inProcess } from './inProcess.ts';
import { hasRecording, RECORDING } from './recording.ts';

if (!hasRecording)
  console.warn(`SKIPPED: the methods of the Store API, because there is no recording at ${RECORDING}.`);

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** Carts, sign-ups, changes of an account and the like are not part of the demo shop. */
const NOT_PART =
  /^\/store-api\/(account\/(?!customer$|list-address$|log)|app-system|breadcrumb|checkout|contact-form|context\/|cookie|customer-group|customer\/wishlist\/|document|handle-payment|newsletter|order\/|product-export|script|sitemap|_info\/(routes|stop|openapi3)|product\/\{productId\}\/review$|account\/login\/)/;

describe.runIf(hasRecording)('the routes of the Store API', () => {
  it('have the methods that a running shop has', async () => {
    const opened = await openShop({ data: RECORDING });
    const asked = METHODS.map((method) => ({ method, ask: inProcess(opened, { method }) }));
    const routes = recordedRoutes().filter(({ path }) => !NOT_PART.test(String(path)));
    const different = routes.flatMap(({ path, methods }) => {
      const allowed = Array.isArray(methods) ? methods : [];
      const filledIn = String(path).replaceAll(/\{\w+\}/g, '0'.repeat(32));
      return asked.flatMap(({ method, ask }) => {
        const [error] = errorsOf(ask(filledIn, '{}').body);
        const text = `No route found for "${method} http://shop${filledIn}"`;
        const refusal = `${text}: Method Not Allowed (Allow: ${allowed.join(', ')})`;
        const isRefused = error?.detail === refusal;
        const isUnknown = error?.detail === text;
        return isUnknown || isRefused === allowed.includes(method) ? [`${method} ${path}: ${error?.detail}`] : [];
      });
    });
    expect(different).toEqual([]);
    expect(routes.length).toBeGreaterThanOrEqual(27);
  });
});

function recordedRoutes(): readonly JsonObject[] {
  const text: Json = JSON.parse(readFileSync(join(RECORDING, 'routes-store.json'), 'utf8'));
  return isJsonObject(text) ? objects(text.endpoints) : [];
}

function errorsOf(body: Json | undefined): readonly JsonObject[] {
  return isJsonObject(body) ? objects(body.errors) : [];
}
