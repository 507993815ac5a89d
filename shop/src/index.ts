/**
 * Everything about talking to a Shopware shop: its address and configuration, what is sent, the client, its errors,
 * and where a fetched schema is kept. No editor, no user interface. It names what client and command line use, and
 * what reads a shop; a page in a browser takes `answer/index.ts`.
 */
export { originOf, shopAddress } from './address.ts';
export { type Content, contentOf, keysOf, rowsOfAggregation, valueIn } from './answer/content.ts';
export { labelOf, naming, technicalKeys } from './answer/label.ts';
export type { Answer, SavedAnswer, SentRequest } from './client/answer.ts';
export { createShop } from './client/shop.ts';
export type { SearchRequest, Shop, ShopOptions } from './client/types.ts';
export { connectionOf, type MissingValue } from './configuration/connectionOf.ts';
export type { Configuration, ConfiguredShop } from './configuration/definition.ts';
export { configurationFileName, findConfiguration, readTextFile } from './configuration/find.ts';
export { type ConfigurationProblem, parseConfiguration, parseShop } from './configuration/parse.ts';
export { setInShop } from './configuration/setInShop.ts';
export type { AdminSignIn, Api, Connection } from './connection.ts';
export { looksLikeEntitySchema } from './entitySchemaText.ts';
export { type ServerError, withoutNulls } from './errors/serverErrors.ts';
export { isShopError, ShopError, type ShopErrorKind } from './errors/shopError.ts';
export { isRecord } from './json.ts';
export { aggregate, detailOf, listRows, searchIds, searchRows } from './reading/criteria.ts';
export { currenciesOf } from './reading/currencies.ts';
export { type CustomField, customFieldsOf } from './reading/customFields.ts';
export { documentOf } from './reading/documents.ts';
export { languagesOf } from './reading/languages.ts';
export { rowCountsOf } from './reading/rowCounts.ts';
export { type SalesChannel, salesChannelsOf } from './reading/salesChannels.ts';
export { bodyOf } from './request/body.ts';
export { fillPath } from './request/path.ts';
export { isSearchRoute } from './request/reads.ts';
export { createSchemaStore, type SchemaStore, type StoredSchema } from './schemaStore.ts';
