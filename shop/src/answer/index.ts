/** How answers are read: nothing but values, so that a page in a browser may do it as well. */
export { isRecord, type JsonRecord, parsedJson } from '../json.ts';
export { type Content, contentOf, rowsOfAggregation } from './content.ts';
export { labelOf, naming, technicalKeys } from './label.ts';
