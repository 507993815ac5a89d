/**
 * What can be said about one criteria document, for any editor and for the command line. Plain functions over an
 * `Analysis`, offsets in and out: they know no protocol, no files and no network.
 */
export { type Analysis, analyze } from './analysis/analyze.ts';
export type { World } from './analysis/world.ts';
export { readCriteria } from './criteria/document.ts';
export { type Action, codeActions } from './features/codeActions/codeActions.ts';
export { codeLenses, type Lens } from './features/codeLens/codeLens.ts';
export { complete } from './features/completion/complete.ts';
export type { Completion, CompletionKind } from './features/completion/completion.ts';
export { entitySummaries, propertySummaries } from './features/entities/entities.ts';
export { type HoverText, hover } from './features/hover/hover.ts';
export { type LocatedFault, locateErrors } from './features/locateErrors/locateErrors.ts';
export { requestPlan } from './features/requestPlan/requestPlan.ts';
export { withoutStops } from './features/snippets/writer.ts';
export { type CriteriaSymbol, documentSymbols } from './features/symbols/symbols.ts';
export { type Positions, positionsOf } from './position.ts';
export { BARE_CONTEXT, type Runtime } from './runtime.ts';
export { wantedSchema, worldOf } from './worlds/worldOf.ts';
