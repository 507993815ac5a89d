import type { Completion } from '../features/completion/completion.ts';

/** An editor shows the newest list, and may still ask about the one before. */
const KEPT_PER_DOCUMENT = 2;

/**
 * The completions that were offered last in each document. Documentation is told from them, so it speaks of what was
 * offered, whatever became of the document meanwhile.
 */
export class OfferedLists {
  readonly #lists = new Map<number, { readonly uri: string; readonly completions: readonly Completion[] }>();
  #last = 0;

  /** Keeps a list; the number names it. */
  add(uri: string, completions: readonly Completion[]): number {
    const older = [...this.#lists].filter(([, list]) => list.uri === uri).map(([number]) => number);
    for (const number of older.slice(0, older.length - KEPT_PER_DOCUMENT + 1)) this.#lists.delete(number);
    this.#last++;
    this.#lists.set(this.#last, { uri, completions });
    return this.#last;
  }

  /**
   * The completion of an item by what it carries: `list`, the number of its list, and `item`, its place there. Undefined
   * where its list is too old, and for what no list of ours named.
   */
  find(reference: unknown): Completion | undefined {
    return isReference(reference) ? this.#lists.get(reference.list)?.completions[reference.item] : undefined;
  }

  forget(uri: string): void {
    for (const [number, list] of this.#lists) if (list.uri === uri) this.#lists.delete(number);
  }
}

interface Reference {
  readonly list: number;
  readonly item: number;
}

function isReference(value: unknown): value is Reference {
  if (typeof value !== 'object' || value === null || !('list' in value) || !('item' in value)) return false;
  return typeof value.list === 'number' && typeof value.item === 'number';
}
