import { jsonValue } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import type { RuleContext } from './rule.ts';
import type { TableFault } from './tableFaults.ts';

/** The entry of a faulty value that is at fault, where it is one of them. */
export function innerFault({ node, check }: TableFault): TypedNode | undefined {
  const key = node && check.within?.key(jsonValue(node.json));
  return key === undefined ? undefined : node?.children.find(({ name, shadowed }) => name === key && !shadowed);
}

/** Whether one of these keys of an object is at fault: what the shop makes of its value is not worth talking about. */
export function isFaulty(owner: TypedNode, keys: readonly string[], { faultsOf }: RuleContext): boolean {
  return faultsOf(owner).some(({ key }) => key !== undefined && keys.includes(key));
}

/** Whether what is wrong in a value is told already, by the fault of the key that holds it. */
export function isToldInside(value: TypedNode, { faultsOf }: RuleContext): boolean {
  const { parent } = value;
  return parent !== undefined && faultsOf(parent).some(({ node, check }) => node === value && check.within);
}
