import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, type Json } from '../engine/json.ts';

/** The recorded shop, beside the checkout; not in every clone. */
export const RECORDING = join(import.meta.dirname, '../../../../shared/recorded/6.7.6-dev');

export const hasRecording = existsSync(join(RECORDING, 'exchanges.jsonl'));

/** The time of the recording, with which `since` and `until` compare. */
export const RECORDED_AT = new Date('2026-11-21T03:22:00Z');

/** A combined key as the text that the engine's tables use. */
export function keyText(id: Json): string {
  return isJsonObject(id) ? Object.values(id).join('-') : String(id);
}
