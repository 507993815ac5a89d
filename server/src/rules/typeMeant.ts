import { lettersOf, nearest } from './nearest.ts';

const NEGATION = /^(?:!=?|(?:is|does|do)?[-_ ]?(?:not|non|no|un|n))[-_ ]?(.+)$/i;
const INNER_NEGATION = /^(.+?)[-_ ]?not[-_ ]?(.*)$/i;

/** Comparisons in which `%` stands for any text. */
const PATTERNS = ['like', 'ilike', 'match', 'matches'];

/** Names that other languages and APIs have for a type of filter or aggregation. */
const KNOWN_AS: Readonly<Record<string, readonly string[]>> = {
  equals: ['eq', '=', '==', '===', 'is'],
  equalsAny: ['in', 'anyof', 'oneof'],
  contains: PATTERNS,
  prefix: ['startswith', 'beginswith'],
  suffix: ['endswith'],
  range: ['between'],
  avg: ['average', 'mean'],
  count: ['cardinality', 'distinct', 'countdistinct'],
  max: ['maximum'],
  min: ['minimum'],
  sum: ['total'],
  histogram: ['datehistogram'],
};

const NULL = ['null', 'isnull', 'missing'];
const NOT_NULL = ['notnull', 'isnotnull', 'exists'];

/** Names for the negation of a type that do not show it. */
const NEGATION_KNOWN_AS: Readonly<Record<string, readonly string[]>> = { equals: ['ne', '<>', 'isnot'] };

/** The type that a name negates, which is that type inside `not`: `notEquals`, `!equals`, `equalsNot`, `neq`. */
export function negatedType(written: string, types: readonly string[]): string | undefined {
  if (
    nearest(
      written,
      types.filter((type) => NEGATION.test(type)),
    ) !== undefined
  )
    return undefined;
  const known = knownAs(written, types, NEGATION_KNOWN_AS);
  if (known !== undefined) return known;
  const bare = bareName(written);
  if (bare === undefined) return undefined;
  const folded = fold(bare);
  return types.find((type) => fold(type) === folded) ?? knownAs(bare, types, KNOWN_AS);
}

/** What a name asks that has no type of its own: whether there is a value. */
export function nullMeant(written: string): 'null' | 'not null' | undefined {
  const name = lettersOf(written);
  if (NULL.includes(name)) return 'null';
  return NOT_NULL.includes(name) ? 'not null' : undefined;
}

/** Whether a group is asked for in which exactly one filter matches: `not` negates just that, and `or` is no typo. */
export function isExclusive(written: string): boolean {
  return written.toLowerCase() === 'xor';
}

/** Whether a name asks for a comparison in which `%` stands for any text, or for its negation. */
export function isPattern(written: string): boolean {
  return [written, bareName(written) ?? ''].some((name) => PATTERNS.includes(lettersOf(name)));
}

/** The type that was probably meant by one that there is not; never one that says the opposite. */
export function typeMeant(written: string, types: readonly string[]): string | undefined {
  if (isExclusive(written)) return undefined;
  const known = knownAs(written, types, KNOWN_AS);
  if (known !== undefined) return known;
  const meant = nearest(written, types);
  const bare = bareName(written);
  const isOpposite = meant !== undefined && bare !== undefined && nearest(bare, [meant]) !== undefined;
  return isOpposite && !NEGATION.test(meant) ? undefined : meant;
}

function knownAs(
  written: string,
  types: readonly string[],
  names: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  const name = lettersOf(written);
  return types.find((type) => names[type]?.includes(name));
}

function bareName(written: string): string | undefined {
  const [, start, end = ''] = NEGATION.exec(written) ?? INNER_NEGATION.exec(written) ?? [];
  return start && start + end;
}

function fold(name: string): string {
  return lettersOf(name).replace(/s$/, '');
}
