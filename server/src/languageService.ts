/**
 * What can be said about one criteria document, for any editor and for the command line. Plain functions over an
 * `Analysis`, offsets in and out: they know no protocol, no files and no network.
 */
export { type Analysis, analyze } from './analysis/analyze.ts';
export type { World } from './analysis/world.ts';
export { readCriteria } from './criteria/document.ts';
export { complete } from './features/completion/complete.ts';
export type { Completion, CompletionKind } from './features/completion/completion.ts';
export { withoutStops } from './features/snippets/writer.ts';
export { BARE_CONTEXT, type Runtime } from './runtime.ts';
export { wantedSchema, worldOf } from './worlds/worldOf.ts';
