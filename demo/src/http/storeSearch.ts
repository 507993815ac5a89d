import type { ScoreQuery } from '../engine/criteria.ts';
import type { Row } from '../engine/database.ts';
import { isJsonList, type Json } from '../engine/json.ts';
import { tokens } from '../engine/term.ts';
import type { StoreCall } from './storeRoute.ts';

/**
 * What a search for products looks for: any of its words in any of the fields that the shop's configuration of the
 * search names for the language, each with its ranking. Undefined where the shop has no configuration, or nothing is
 * searched. A real shop asks its index of keywords, which also forgives mistakes in writing.
 */
export function searchQueries(call: StoreCall, text: string): readonly ScoreQuery[] | undefined {
  const { shop, context } = call;
  const [language = ''] = context.languages;
  const [config] = shop.database.table('product_search_config')?.where('languageId', language) ?? [];
  const fields = shop.database.table('product_search_config_field')?.where('searchConfigId', String(config?.id)) ?? [];
  const searched = fields.filter(({ searchable }) => searchable === true);
  const words = wordsOf(text, config);
  if (searched.length === 0 || words.length === 0) return undefined;
  return searched.flatMap(({ field, ranking }) =>
    words.map((value) => ({
      filter: { kind: 'contains', field: String(field), value },
      score: Number(ranking),
      scoreField: undefined,
    })),
  );
}

/** Without those that are too short or too common, unless there are no others. */
function wordsOf(text: string, config: Row | undefined): readonly string[] {
  const words = [...new Set(tokens(text))];
  const common = new Set(listed(config?.excludedTerms));
  const telling = words.filter((word) => [...word].length >= Number(config?.minSearchLength ?? 0) && !common.has(word));
  return telling.length > 0 ? telling : words;
}

function listed(value: Json | undefined): readonly Json[] {
  return isJsonList(value) ? value : [];
}
