import { nearest } from './nearest.ts';

const NEGATION = /^(?:!=?|(?:is|does|do)?[-_ ]?(?:not|non|no|un|n))[-_ ]?(.+)$/i;
const INNER_NEGATION = /^(.+?)[-_ ]?not[-_ ]?(.*)$/i;

/** Near to `or`, and something else. */
const EXCLUSIVE = /^xor$/i;

/** The type that a name negates, which is that type inside `not`: `notEquals`, `!equals`, `equalsNot`. */
export function negatedType(written: string, types: readonly string[]): string | undefined {
  if (
    nearest(
      written,
      types.filter((type) => NEGATION.test(type)),
    ) !== undefined
  )
    return undefined;
  const bare = bareName(written);
  if (bare === undefined) return undefined;
  const folded = fold(bare);
  return types.find((type) => fold(type) === folded);
}

/** The type that was probably meant by one that there is not; never one that says the opposite. */
export function typeMeant(written: string, types: readonly string[]): string | undefined {
  if (EXCLUSIVE.test(written)) return undefined;
  const meant = nearest(written, types);
  const bare = bareName(written);
  const isOpposite = meant !== undefined && bare !== undefined && nearest(bare, [meant]) !== undefined;
  return isOpposite && !NEGATION.test(meant) ? undefined : meant;
}

function bareName(written: string): string | undefined {
  const [, start, end = ''] = NEGATION.exec(written) ?? INNER_NEGATION.exec(written) ?? [];
  return start && start + end;
}

function fold(name: string): string {
  return name.replace(/[-_ ]/g, '').toLowerCase().replace(/s$/, '');
}
