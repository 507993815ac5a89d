import type { Format } from './format.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';

/** The formats of `check --format`: adding one is a file and a line here. */
export const checkFormats = { pretty, json } satisfies Readonly<Record<string, Format>>;

export type CheckFormat = keyof typeof checkFormats;
