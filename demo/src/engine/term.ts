import { type Entity, hasFlag, isReadable, type Property } from '../../../server/src/schema/entitySchema.ts';
import type { Context } from './context.ts';
import type { ScoreQuery } from './criteria.ts';
import type { Database } from './database.ts';

/** Numbers and addresses are searched for the term as a whole, not for its words. The schema does not say so. */
const WHOLE_ONLY = new Set([
  'customer.customerNumber',
  'customer.email',
  'order.orderNumber',
  'product.ean',
  'product.manufacturerNumber',
  'product.productNumber',
]);

interface Word {
  readonly text: string;
  /** Its share of the whole term. */
  readonly share: number;
}

/**
 * What `term` asks for: every searchable property equal to the term or one of its words (full score), or containing
 * it (half). Associations with a ranking are followed (reference, section 2.3; EntityScoreQueryBuilder).
 */
export function termQueries(database: Database, context: Context, entity: Entity, term: string): readonly ScoreQuery[] {
  return queriesFor(database, context, entity, wordsOf(term), '', 1, new Set());
}

function queriesFor(
  database: Database,
  context: Context,
  entity: Entity,
  words: readonly Word[],
  prefix: string,
  factor: number,
  above: ReadonlySet<string>,
): readonly ScoreQuery[] {
  return searchedProperties(entity, context).flatMap((property) => {
    const ranking = factor * rankingOf(property);
    const field = `${prefix}${property.name}`;
    if (property.kind === 'field') {
      const searched = WHOLE_ONLY.has(`${entity.name}.${property.name}`) ? words.slice(0, 1) : words;
      return searched.flatMap((word) => wordQueries(field, word, ranking));
    }
    const target = database.schema.entity(property.entity);
    if (!target || above.has(field)) return [];
    return queriesFor(database, context, target, words, `${field}.`, ranking, new Set([...above, field]));
  });
}

function wordQueries(field: string, word: Word, ranking: number): readonly ScoreQuery[] {
  const score = ranking * word.share;
  return [
    { filter: { kind: 'equals', field, value: word.text }, score, scoreField: undefined },
    { filter: { kind: 'contains', field, value: word.text }, score: score * 0.5, scoreField: undefined },
  ];
}

/** Those with a ranking that the caller may read; if there is none all translated ones, else all short texts. */
function searchedProperties(entity: Entity, context: Context): readonly Property[] {
  const properties = [...entity.properties.values()];
  const ranked = properties.filter((one) => hasFlag(one, 'search_ranking') && isReadable(one, context.api));
  if (ranked.length > 0) return ranked;
  const translated = properties.filter((one) => hasFlag(one, 'translatable'));
  if (translated.length > 0) return translated;
  return properties.filter((one) => one.kind === 'field' && one.type === 'string');
}

function rankingOf(property: Property): number {
  const ranking = property.flags.search_ranking;
  return typeof ranking === 'number' ? ranking : 1;
}

/** The whole term, and its words where there are several: two letters at least, in lower case (Tokenizer). */
function wordsOf(term: string): readonly Word[] {
  const words = [...new Set(tokens(term))];
  const whole: Word = { text: term, share: 1 };
  if (words.length === 1) return [whole];
  return [whole, ...words.map((text) => ({ text, share: [...text].length / [...term].length }))];
}

/** The words of a text in lower case, two letters at least where there are such. */
export function tokens(term: string): readonly string[] {
  const parts = term
    .toLowerCase()
    .replace(/<[^>]*>/g, ' ')
    .replace(/[/\\]/g, ' ')
    .replace(/[^\p{L}\p{N}\-_+.@]/gu, ' ')
    .split(' ')
    .filter(Boolean);
  const long = parts.filter((part) => [...part].length >= 2);
  return long.length > 0 ? long : parts;
}
