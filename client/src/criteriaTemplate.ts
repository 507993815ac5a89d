import { t } from '@vscode/l10n';
/** A new criteria file: `text`, with the cursor at `cursor` (an offset in UTF-16 units). */
export function newCriteria(entity: string): { readonly text: string; readonly cursor: number } {
  const before = `// @entity ${entity}\n{\n  "limit": 25,\n  "filter": [\n    `;
  return { text: `${before}\n  ],\n  "sort": [],\n  "total-count-mode": 1\n}\n`, cursor: before.length };
}

/** The first criteria that somebody runs: products of the demo shop, with something of everything. */
export const sampleCriteria = (): string => `// @entity product
// ${t('Ctrl+Enter (Cmd+Enter) runs it. Ctrl+Space shows what you can write at the cursor.')}
{
  "limit": 25,
  "filter": [
    { "type": "equals", "field": "active", "value": true },
    { "type": "range", "field": "stock", "parameters": { "gte": 1 } }
  ],
  "sort": [
    { "field": "name", "order": "ASC" }
  ],
  "associations": {
    "manufacturer": {}
  },
  "aggregations": [
    { "name": "by-manufacturer", "type": "terms", "field": "manufacturer.name" }
  ],
  "includes": {
    "product": ["id", "productNumber", "name", "stock", "active", "manufacturer", "price", "createdAt"],
    "product_manufacturer": ["id", "name"]
  },
  "total-count-mode": 1
}
`;
