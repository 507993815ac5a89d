/**
 * Everything about talking to a Shopware shop: its address and configuration, what is sent, the client, its errors,
 * and where a fetched schema is kept. No editor, no user interface.
 */
export { originOf, shopAddress } from './address.ts';
export { type Content, contentOf, keysOf, rowsOfAggregation, valueIn } from './answer/content.ts';
export { labelOf, naming, technicalKeys } from './answer/label.ts';
export { plainOf } from './answer/plainOf.ts';
export { type Row, type Rows, rowsOf } from './answer/rows.ts';
export type { Answer, SavedAnswer, SentRequest } from './client/answer.ts';
export { defaultLimits, type Limits } from './client/limits.ts';
export { createShop } from './client/shop.ts';
export type { CallOptions, SearchRequest, Shop, ShopOptions, ShopRequest } from './client/types.ts';
export {
  type ConnectionWorld,
  connectionOf,
  type MissingValue,
  type ResolvedConnection,
} from './configuration/connectionOf.ts';
export type { Configuration, ConfiguredShop, Severity } from './configuration/definition.ts';
export {
  configurationFileName,
  type FoundConfiguration,
  findConfiguration,
  type ReadText,
  readTextFile,
} from './configuration/find.ts';
export type { Issue } from './configuration/issues.ts';
export {
  type ConfigurationProblem,
  type ParsedConfiguration,
  type Position,
  parseConfiguration,
  parseShop,
  type Range,
} from './configuration/parse.ts';
export { setInShop, type TextPiece } from './configuration/setInShop.ts';
export {
  type AdminSignIn,
  type Api,
  type Connection,
  type IntegrationSignIn,
  isIntegration,
  type TlsSettings,
  type UserSignIn,
} from './connection.ts';
export { looksLikeEntitySchema } from './entitySchemaText.ts';
export { hiddenSecret, maskSecrets } from './errors/secrets.ts';
export { type ServerError, withoutNulls } from './errors/serverErrors.ts';
export { isShopError, ShopError, type ShopErrorKind } from './errors/shopError.ts';
export { isRecord } from './json.ts';
export {
  aggregate,
  type Criteria,
  detailOf,
  type EntityPlace,
  type Ids,
  listRows,
  type ReadOptions,
  type RoutePlace,
  searchIds,
  searchRows,
} from './reading/criteria.ts';
export { type Currency, currenciesOf } from './reading/currencies.ts';
export { type CustomField, customFieldsOf } from './reading/customFields.ts';
export { documentOf, type ShopDocument } from './reading/documents.ts';
export { everyRow } from './reading/everyRow.ts';
export { type Language, languagesOf } from './reading/languages.ts';
export { type CountOptions, type RowCount, rowCountsOf } from './reading/rowCounts.ts';
export { type SalesChannel, salesChannelsOf } from './reading/salesChannels.ts';
export { type Body, type BodyProblem, bodyOf } from './request/body.ts';
export { fillPath, placeholdersOf } from './request/path.ts';
export { isSearchRoute, onlyReads } from './request/reads.ts';
export {
  aggregatePath,
  detailPath,
  listPath,
  queryOf,
  type Step,
  searchIdsPath,
  searchPath,
} from './request/routes.ts';
export {
  createSchemaStore,
  type SchemaStore,
  type StoredSchema,
  type StoredSchemaInfo,
  type StoredState,
} from './schemaStore.ts';
