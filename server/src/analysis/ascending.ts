/** How many of ascending numbers are smaller than a value, which is also where it would stand. */
export function countBelow(ascending: readonly number[], value: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? Infinity) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
