/** A sorting that is written in one text. */
export interface WrittenSorting {
  readonly field: string;
  /** Undefined where the text does not say it: ascending. */
  readonly order: 'ASC' | 'DESC' | undefined;
}

const SORTING = /^\s*(-?)\s*(\w[\w.-]*?)(?:[\s:]\s*(asc|desc)(?:ending)?)?\s*$/i;

/** Reads a sorting as the shop does (`-name`), or as SQL and others do (`name desc`, `name:desc`); else undefined. */
export function sortingWritten(text: string): WrittenSorting | undefined {
  const [, minus, field, word] = SORTING.exec(text) ?? [];
  if (field === undefined) return undefined;
  if (minus) return { field, order: 'DESC' };
  return { field, order: word === undefined ? undefined : word.toUpperCase() === 'DESC' ? 'DESC' : 'ASC' };
}
