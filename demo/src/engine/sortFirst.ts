/**
 * The same elements with the first `count` in order; what sorts equal keeps its order. The rest follows in any order:
 * a page needs no more, and looking once at each element is cheaper than sorting all.
 */
export function sortFirst<Element>(
  elements: readonly Element[],
  count: number,
  compare: (one: Element, other: Element) => number,
): readonly Element[] {
  if (count * WORTH_IT > elements.length) return elements.toSorted(compare);
  const first: Element[] = [];
  const rest: Element[] = [];
  for (const element of elements) {
    const last = first.at(-1);
    if (last !== undefined && first.length === count && compare(element, last) >= 0) rest.push(element);
    else {
      first.splice(placeOf(element, first, compare), 0, element);
      if (first.length > count) rest.push(...first.splice(count));
    }
  }
  return [...first, ...rest];
}

/** Below so many elements for each that is wanted, a plain sort is as good. */
const WORTH_IT = 8;

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
