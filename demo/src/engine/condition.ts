import { type Anchor, binaryLikeTest, likeTest } from './collation.ts';
import type { Column } from './column.ts';
import type { Combination } from './combination.ts';
import type { FieldFilter, FieldFilterKind, Operator, Scalar } from './filter.ts';
import type { Json } from './json.ts';
import { boundText, comparison, idBytes, shownText, textBytes } from './sqlValue.ts';

/** True, false or unknown (SQL's NULL). */
export type Truth = boolean | null;

export type Condition = (combination: Combination) => Truth;

/** One evaluator for each kind of filter (reference, section 3; SqlQueryParser). */
const EVALUATORS: {
  readonly [Kind in FieldFilterKind]: (filter: FieldFilter<Kind>, column: Column, negated: boolean) => Condition;
} = {
  equals({ value: wanted }, column, negated) {
    if (wanted === null) return (combination) => column.read(combination) === null;
    if (column.list) return listContains(column.list, [wanted]);
    const isEqual = equality(column, wanted);
    // Inside a negation `equals` is null-safe (<=>): rows with NULL are kept.
    const forNull = negated ? false : null;
    return (combination) => {
      const value = column.read(combination);
      return value === null ? forNull : isEqual(value);
    };
  },
  equalsAny({ values }, column) {
    if (column.list) return listContains(column.list, values);
    const wanted = values.filter((value) => value !== null).map((value) => equality(column, value));
    const wantsNull = values.includes(null);
    return (combination) => {
      const value = column.read(combination);
      if (value === null) return wantsNull || null;
      return wanted.some((isEqual) => isEqual(value));
    };
  },
  contains: like,
  prefix: like,
  suffix: like,
  range({ bounds }, column) {
    const above = 'gt' in bounds ? bound(column, bounds.gt, isAbove) : bound(column, bounds.gte, isNotBelow);
    const below = 'lt' in bounds ? bound(column, bounds.lt, isBelow) : bound(column, bounds.lte, isNotAbove);
    return (combination) => {
      const value = column.read(combination);
      return value === null ? null : and(above(value), below(value));
    };
  },
};

/** The condition of one filter on its column. `negated`: it stands inside `not`, `nor` or `nand`. */
export function conditionOf<Kind extends FieldFilterKind>(
  filter: FieldFilter<Kind>,
  column: Column,
  negated: boolean,
): Condition {
  return EVALUATORS[filter.kind](filter, column, negated);
}

/** Several conditions as one, in three-valued logic. */
export function combined(operator: Operator, negated: boolean, conditions: readonly Condition[]): Condition {
  const combine = COMBINERS[operator];
  const start = truthOfNothing(operator);
  return (combination) => {
    let truth: Truth = start;
    for (const condition of conditions) truth = combine(truth, condition(combination));
    return negated ? opposite(truth) : truth;
  };
}

/** Two truths as one. It does not matter in which order several are combined. */
export function combine(operator: Operator, one: Truth, other: Truth): Truth {
  return COMBINERS[operator](one, other);
}

/** The truth that changes no other one that it is combined with. */
export function truthOfNothing(operator: Operator): Truth {
  return operator === 'AND';
}

/** NOT: what is unknown stays unknown. */
export function opposite(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

const COMBINERS: Readonly<Record<Operator, (one: Truth, other: Truth) => Truth>> = {
  AND: and,
  OR: (one, other) => (one === true || other === true ? true : one === null || other === null ? null : false),
  XOR: (one, other) => (one === null || other === null ? null : one !== other),
};

function and(one: Truth, other: Truth): Truth {
  if (one === false || other === false) return false;
  return one === null || other === null ? null : true;
}

/** Ids are compared as such where hex texts become ids; otherwise their bytes with the text's. */
function equality(column: Column, wanted: Exclude<Scalar, null>): (value: number | string) => boolean {
  if (column.takesIds) {
    const id = String(wanted).toLowerCase();
    return (value) => value === id;
  }
  const compare = comparison(column.type, boundText(wanted));
  return (value) => compare(value) === 0;
}

function like({ kind, value: wanted }: { readonly kind: Anchor; readonly value: string }, column: Column): Condition {
  const isId = column.type.kind === 'id';
  const isBinary = isId || column.type.kind === 'json';
  const matches = (isBinary ? binaryLikeTest : likeTest)(kind, isId ? textBytes(wanted) : wanted);
  const text = textOf(column);
  return (combination) => {
    const value = column.read(combination);
    return value === null ? null : matches(text(value));
  };
}

function textOf(column: Column): (value: number | string) => string {
  return column.type.kind === 'id' ? (value) => idBytes(String(value)) : (value) => shownText(column.type, value);
}

/** One side of a range. Undefined: this side is open; null: nothing compares with it. */
function bound(
  column: Column,
  wanted: Scalar | undefined,
  passes: (order: number) => boolean,
): (value: number | string) => Truth {
  if (wanted === undefined) return () => true;
  if (wanted === null) return () => null;
  const compare = comparison(column.type, boundText(wanted));
  return (value) => passes(compare(value));
}

const isAbove = (order: number) => order > 0;
const isNotBelow = (order: number) => order >= 0;
const isBelow = (order: number) => order < 0;
const isNotAbove = (order: number) => order <= 0;

/** `JSON_CONTAINS`: whether the list holds one of the values, as a text. */
function listContains(
  list: (combination: Combination) => readonly Json[] | null,
  wanted: readonly Scalar[],
): Condition {
  const texts = wanted.map((value) => (value === null ? null : boundText(value)));
  return (combination) => {
    const values = list(combination);
    return values === null ? null : texts.some((text) => values.includes(text));
  };
}
