/** A sorting that is written in one text. */
export interface WrittenSorting {
  readonly field: string;
  /** Undefined where the text does not say it: ascending. */
  readonly order: 'ASC' | 'DESC' | undefined;
}

const SORTING = /^\s*(-?)\s*(\w[\w.-]*?)(?:[\s:]\s*(asc|desc)(?:ending)?)?\s*$/i;

const ORDER = /^(asc|desc)(?:ending)?$/i;

/** Reads a sorting as the shop does (`-name`), or as SQL and others do (`name desc`, `name:desc`); else undefined. */
export function sortingWritten(text: string): WrittenSorting | undefined {
  const [, minus, field, word] = SORTING.exec(text) ?? [];
  if (field === undefined || ORDER.test(field)) return undefined;
  if (minus) return { field, order: 'DESC' };
  return { field, order: word === undefined ? undefined : word.toUpperCase() === 'DESC' ? 'DESC' : 'ASC' };
}

/** The entries of a sorting by a field whose order stands for itself (`"name": "asc"`); undefined where that is none. */
export function sortingEntries(field: string, order: unknown): string | undefined {
  const word = field.startsWith('-') ? undefined : ORDER.exec(String(order))?.[1];
  return word && `"field": ${JSON.stringify(field)}, "order": "${word.toUpperCase()}"`;
}
