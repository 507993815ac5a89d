import { isHexId } from '../../criteria/grammar/paging.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { has } from '../../shopware/changes.ts';
import type { Refusal } from '../../shopware/refusal.ts';
import { phpRefusal } from '../../shopware/refusal.ts';
import { changeTo } from '../edits.ts';
import { atNode, sqlFault } from '../findings.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { plainId } from '../tableFixes.ts';
import { hasVariable } from '../variables.ts';

/** A value that is compared with an id, but is none (reference, section 3; SqlQueryParser). */
export const rule: Rule = {
  meta: { code: 'invalid-id', severity: 'error', description: 'A value that is compared with an id, but is none.' },
  create: (context) => ({
    operand: (node) => {
      const filter = filterOf(node);
      if (!filter || hasVariable(node.json.value) || !comparesIds(filter, context)) return;
      const refusal = refusalFor(node, filter, context);
      if (!refusal) return;
      const server = sqlFault(node, refusal);
      context.report({
        message: `${JSON.stringify(node.json.value)} is no id: an id has 32 hex digits.`,
        ...atNode(node),
        ...(server ? { server } : { severity: 'warning' as const }),
        fixes: () => {
          const id = plainId(node.json.value);
          return id === undefined ? [] : [{ ...changeTo(node.json, id, true), title: 'Write the id without dashes' }];
        },
      });
    },
  }),
};

/** The filter whose `value` the node is, or is an element of. */
function filterOf(node: TypedNode): TypedNode | undefined {
  const holder = node.name === 'value' ? node.parent : node.parent?.name === 'value' ? node.parent.parent : undefined;
  return holder?.type === 'equals' || holder?.type === 'equalsAny' || holder?.type === 'equalsAll' ? holder : undefined;
}

/** With an `extensions.` segment in the path the shop does not convert, and so does not check. */
function comparesIds(filter: TypedNode, context: RuleContext): boolean {
  const field = filter.children.find((child) => child.name === 'field' && !child.shadowed);
  const path = field && context.path(field);
  if (!path || path.refused || path.segments.some(({ role }) => role === 'extensions')) return false;
  return path.target?.kind === 'field' && path.target.type === 'uuid' && path.rest.length === 0;
}

function refusalFor(node: TypedNode, filter: TypedNode, { world }: RuleContext): Refusal | undefined {
  const { type } = node.json;
  const value: unknown = node.json.value;
  if (type === 'null') {
    const isStumble = filter.type === 'equalsAny' && node.parent !== filter && !has(world.version, 'equalsAnyNullId');
    return isStumble
      ? phpRefusal('search', 'Uuid::fromHexToBytes(): Argument #1 ($uuid) must be of type string, null given')
      : undefined;
  }
  if (type === 'object' || type === 'array') {
    const isRefused = filter.type === 'equalsAny' || !has(world.version, 'equalsScalarChecked');
    return isRefused
      ? phpRefusal('search', 'Uuid::fromHexToBytes(): Argument #1 ($uuid) must be of type string, array given')
      : undefined;
  }
  if (typeof value === 'string' && filter.type !== 'equals' && node.parent === filter) {
    return value.split('|').every(isHexId) ? undefined : invalid(value);
  }
  if (typeof value !== 'string' && !has(world.version, 'looseTextTypes')) {
    return phpRefusal('search', 'Uuid::fromHexToBytes(): Argument #1 ($uuid) must be of type string');
  }
  const text = value === true ? '1' : value === false ? '' : String(value);
  return isHexId(text) ? undefined : invalid(text);
}

function invalid(text: string): Refusal {
  return {
    status: 400,
    code: 'FRAMEWORK__INVALID_UUID',
    detail: `Value is not a valid UUID: ${text}`,
    parameters: { input: text },
    stage: 'search',
  };
}
