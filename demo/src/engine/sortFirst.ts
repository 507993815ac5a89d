/**
 * The same elements with the first `count` in order; what sorts equal keeps its order. The rest follows in any order:
 * a page needs no more, and looking once at each element is cheaper than sorting all.
 */
export function sortFirst<Element>(
  elements: readonly Element[],
  count: number,
  compare: (one: Element, other: Element) => number,
): readonly Element[] {
  if (!isWorthIt(count, elements.length)) return elements.toSorted(compare);
  const first = new FirstInOrder(count, compare);
  const rest: Element[] = [];
  for (const element of elements) {
    const dropped = first.add(element);
    if (dropped !== undefined) rest.push(dropped);
  }
  return [...first.elements, ...rest];
}

/** Whether finding the first `count` of so many is cheaper than sorting all. */
export function isWorthIt(count: number, elements: number): boolean {
  return count * WORTH_IT <= elements;
}

/** Below so many elements for each that is wanted, a plain sort is as good. */
const WORTH_IT = 8;

/** The first `count` elements of those that were added, in order; what sorts equal keeps its order. */
export class FirstInOrder<Element> {
  readonly elements: Element[] = [];
  readonly #count: number;
  readonly #compare: (one: Element, other: Element) => number;

  constructor(count: number, compare: (one: Element, other: Element) => number) {
    this.#count = count;
    this.#compare = compare;
  }

  /** What has to be beaten by whatever comes now; undefined while there is room. */
  get last(): Element | undefined {
    return this.elements.length === this.#count ? this.elements.at(-1) : undefined;
  }

  /** Adds one; returns the one that has no place any more. */
  add(element: Element): Element | undefined {
    const { last } = this;
    if (last !== undefined && this.#compare(element, last) >= 0) return element;
    this.elements.splice(placeOf(element, this.elements, this.#compare), 0, element);
    return this.elements.length > this.#count ? this.elements.pop() : undefined;
  }
}

/** Behind everything that sorts before or equal. */
function placeOf<Element>(
  element: Element,
  sorted: readonly Element[],
  compare: (one: Element, other: Element) => number,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const known = sorted[middle];
    if (known !== undefined && compare(known, element) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
