import type { Database, Row } from './database.ts';
import type { Json } from './json.ts';

/**
 * Reads a translated field: the value in the first of these languages that has one.
 * Texts in several languages stand in an entity of their own, `product_translation` for `product`.
 */
export function translatedValue(
  database: Database,
  entity: string,
  property: string,
  languages: readonly string[],
): (row: Row) => Json | undefined {
  const table = database.table(`${entity}_translation`);
  const owner = `${camelCase(entity)}Id`;
  return (row) => {
    if (!table || typeof row.id !== 'string') return undefined;
    const translations = table.where(owner, row.id);
    for (const language of languages) {
      const value = translations.find((translation) => translation.languageId === language)?.[property];
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** `product_manufacturer` and `productManufacturer` → `product-manufacturer`, as in paths. */
export function dashed(name: string): string {
  return name.replaceAll('_', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `product_manufacturer` → `productManufacturer`. */
export function camelCase(entity: string): string {
  return entity.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
