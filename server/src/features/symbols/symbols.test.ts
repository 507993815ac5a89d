import { expect, it } from 'vitest';
import { editor } from '../testing/editor.ts';
import { type CriteriaSymbol, documentSymbols } from './symbols.ts';

/** `filter › equals name: value`, one line each. */
function outline(symbols: readonly CriteriaSymbol[], path = ''): string[] {
  return symbols.flatMap(({ name, detail, children }) => {
    const here = path === '' ? name : `${path} › ${name}`;
    return [detail === '' ? here : `${here} = ${detail}`, ...outline(children, here)];
  });
}

function symbolsOf(source: string): string[] {
  return outline(documentSymbols(editor(source).analysis));
}

it('names filters, sortings, aggregations and associations by what they do', () => {
  const source = `{
    "limit": 5,
    "filter": [
      {"type": "equals", "field": "manufacturer.name", "value": "x"},
      {"type": "multi", "operator": "or", "queries": [{"type": "range", "field": "stock", "parameters": {"gte": 1}}]}
    ],
    "sort": [{"field": "name", "order": "ASC"}],
    "aggregations": [{"name": "a", "type": "terms", "field": "id", "sort": {"field": "_count", "order": "DESC"}, "aggregation": {"name": "b", "type": "sum", "field": "stock"}}],
    "associations": {"manufacturer": {"limit": 1}, "tax": {}},
    "includes": {"product": ["id", "name"]},
    "query": [{"score": 5, "query": {"type": "contains", "field": "name", "value": "q"}}]
  }`;
  expect(symbolsOf(source)).toEqual([
    'limit = 5',
    'filter',
    'filter › equals manufacturer.name = x',
    'filter › multi or',
    'filter › multi or › range stock = gte 1',
    'sort',
    'sort › name = ASC',
    'aggregations',
    'aggregations › terms a = id',
    'aggregations › terms a › sort = _count DESC',
    'aggregations › terms a › aggregation: sum b = stock',
    'associations',
    'associations › manufacturer = product_manufacturer',
    'associations › manufacturer › limit = 1',
    'associations › tax = tax',
    'includes',
    'includes › product = id, name',
    'includes › product › id',
    'includes › product › name',
    'query',
    'query › score 5',
    'query › score 5 › query: contains name = q',
  ]);
});

it('knows the short forms', () => {
  expect(symbolsOf('{"filter": {"active": true}, "sort": "-name"}')).toEqual([
    'filter',
    'filter › equals active = true',
    'sort = -name',
  ]);
});

it('goes on in broken text', () => {
  expect(symbolsOf('{"filter": [{"type": "equals", "fie')).toEqual(['filter', 'filter › equals']);
  expect(symbolsOf('')).toEqual([]);
});
