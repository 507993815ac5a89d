import type { Row } from '../answer/rows.ts';
import type { Shop } from '../client/types.ts';
import type { ReadOptions } from './criteria.ts';
import { everyRow } from './everyRow.ts';
import { byName, recordIn, textIn } from './values.ts';

/** A language of a shop: its id is what `sw-language-id` takes. */
export interface Language {
  readonly id: string;
  readonly name: string;
  /** The code of its locale: `de-DE`; null where the shop does not say it. */
  readonly locale: string | null;
  /** The language that fills what is not translated; null for none but the shop's default one. */
  readonly parentId: string | null;
}

/** The languages of a shop by name. Reading them takes the privileges `language:read` and `locale:read`. */
export async function languagesOf(shop: Shop, options: ReadOptions = {}): Promise<Language[]> {
  const criteria = {
    associations: { locale: {} },
    includes: { language: ['id', 'name', 'parentId', 'locale'], locale: ['code'] },
  };
  const rows = await everyRow(shop, 'language', criteria, options);
  return rows.flatMap(languageOf).sort(byName);
}

function languageOf(row: Row): Language[] {
  const id = textIn(row, 'id');
  if (id === null) return [];
  const locale = textIn(recordIn(row, 'locale'), 'code');
  return [{ id, name: textIn(row, 'name') ?? locale ?? id, locale, parentId: textIn(row, 'parentId') }];
}
