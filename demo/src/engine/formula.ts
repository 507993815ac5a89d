import { type Condition, combined } from './condition.ts';
import type { Operator } from './filter.ts';

/** A condition in parts of which each looks at the row of one alias, so that it can be decided once for each row. */
export type Formula = Leaf | FormulaGroup;

interface Leaf {
  readonly kind: 'leaf';
  readonly alias: number;
  readonly holds: Condition;
}

interface FormulaGroup {
  readonly kind: 'group';
  readonly operator: Operator;
  readonly negated: boolean;
  readonly parts: readonly Formula[];
}

/** A condition that looks at the row of this alias only. */
export function leaf(alias: number, holds: Condition): Formula {
  return { kind: 'leaf', alias, holds };
}

/** Every alias whose row is looked at. */
export function aliasesOf(formula: Formula): readonly number[] {
  return formula.kind === 'leaf' ? [formula.alias] : formula.parts.flatMap(aliasesOf);
}

/** The whole as one condition, for combinations that hold all its rows. */
export function asCondition(formula: Formula): Condition {
  if (formula.kind === 'leaf') return formula.holds;
  return combined(formula.operator, formula.negated, formula.parts.map(asCondition));
}
