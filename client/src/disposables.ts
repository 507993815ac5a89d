import type { Disposable } from 'vscode';

/** Collects what must be disposed of together, the last one first. */
export class Disposables implements Disposable {
  readonly #items: Disposable[] = [];

  /** Keeps the item and returns it. */
  add<T extends Disposable>(item: T): T {
    this.#items.push(item);
    return item;
  }

  dispose(): void {
    for (const item of this.#items.splice(0).reverse()) item.dispose();
  }
}
