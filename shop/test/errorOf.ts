import { expect } from 'vitest';
import { ShopError } from '../src/errors/shopError.ts';

/** The error that the work ends with. It must be a `ShopError`: the client promises nothing else. */
export async function errorOf(work: Promise<unknown>): Promise<ShopError> {
  const outcome = await work.then(
    () => 'nothing was refused',
    (error: unknown) => error,
  );
  if (outcome instanceof ShopError) return outcome;
  return expect.unreachable(`not a ShopError: ${String(outcome)}`);
}
