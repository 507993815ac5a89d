import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

/** A request and its answer, as a running Shopware 6.7.6 gave it. */
export interface Exchange {
  readonly id: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

const file = path.resolve(import.meta.dirname, '../../../shared/recorded/6.7.6-dev/exchanges.jsonl');

/** False where the recording is not beside the project: specs that need it are skipped. */
export const recordingIsThere = existsSync(file);
if (!recordingIsThere) console.warn(`Skipped: the recorded answers of a shop are not at ${file}.`);

/** All recorded exchanges; none where the recording is missing. */
export const exchanges: readonly Exchange[] = recordingIsThere
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];

/** The exchange of this id. */
export function recorded(id: string): Exchange {
  return exchanges.find((exchange) => exchange.id === id) ?? expect.unreachable(`${id} is not in the recording`);
}

/** The body of the answer of the exchange of this id. */
export function recordedAnswer(id: string): unknown {
  return recorded(id).response.body;
}
