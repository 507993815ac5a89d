import { t } from '@vscode/l10n';
import { isArray, typeName } from '../../criteria/php.ts';
import { entriesOf, jsonValue } from '../../criteria/syntax.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { has } from '../../shopware/changes.ts';
import { phpRefusal, type Refusal } from '../../shopware/refusal.ts';
import { responseAliases } from '../aliases.ts';
import { replaceJson, replaceNode, wrap } from '../edits.ts';
import { atNode, refusedBy } from '../findings.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';

/** An alias in `includes` whose value is a name or an object instead of a list of names (reference, section 2.7). */
export const rule: Rule = {
  meta: {
    code: 'includes-not-list',
    severity: 'error',
    description: 'An alias of "includes" without a list of names.',
  },
  create: (context) => ({
    map: (node) => {
      if (node.expected.is !== 'map' || node.expected.keys !== 'alias' || node.criteria.parent) return;
      const key = node.name === 'excludes' ? 'excludes' : 'includes';
      if (node.json.type === 'array') reportNames(node, key, context);
      else for (const child of node.children) if (!child.shadowed) checkAlias(child, key, context);
    },
  }),
};

/** A list of names without an alias: PHP takes the numbers of its elements for aliases. */
function reportNames(node: TypedNode, key: 'includes' | 'excludes', context: RuleContext): void {
  const [first] = node.children;
  if (!first) return;
  const isRefused = !isArray(jsonValue(first.json));
  const refusal = isRefused ? refusalFor(first, jsonValue(first.json), key, context) : undefined;
  const order = orderOf(first, refusal);
  const entity = context.document.entity;
  const problem = t('"{0}" must be an object: apiAlias → list of property names.', key);
  context.report({
    message: refusal ? problem : `${problem} ${t('The shop ignores this list.')}`,
    ...atNode(node),
    ...refusedBy(refusal && { refusal, order, unit: order, criteria: node.criteria.order }),
    fixes: () =>
      entity === undefined
        ? []
        : [
            {
              title: t('Change to the properties of {0}', entity),
              edits: wrap(node.json, `{ ${JSON.stringify(entity)}: `, ' }'),
              preferred: true,
            },
          ],
  });
}

function checkAlias(child: TypedNode, key: 'includes' | 'excludes', context: RuleContext): void {
  const value = jsonValue(child.json);
  if (isArray(value)) checkObject(child, context);
  else reportValue(child, value, key, context);
}

function reportValue(child: TypedNode, value: unknown, key: 'includes' | 'excludes', context: RuleContext): void {
  const refusal = refusalFor(child, value, key, context);
  const order = orderOf(child, refusal);
  const problem = t('"{0}" must be a list of property names.', child.name ?? '');
  context.report({
    message: refusal ? problem : `${problem} ${t('The shop ignores it: whole objects are returned.')}`,
    ...atNode(child),
    ...refusedBy(refusal && { refusal, order, unit: order, criteria: child.criteria.order }),
    fixes: () =>
      typeof value === 'string'
        ? [
            {
              title: t('Change to {0}', JSON.stringify([value])),
              edits: [replaceJson(child.json, [value])],
              preferred: true,
              safe: true,
            },
          ]
        : [],
  });
}

/** To PHP an object is a list of its values: the keys, which are mostly meant, say nothing. */
function checkObject(child: TypedNode, context: RuleContext): void {
  const values = child.json.type === 'object' ? entriesOf(child.json) : [];
  if (values.every(({ value }) => value?.type === 'string')) return;
  const problem = t('"{0}" must be a list of property names.', child.name ?? '');
  context.report({
    message: `${problem} ${t('The shop looks at the values of this object, not at its keys.')}`,
    ...atNode(child),
    severity: 'warning',
    fixes: () => switchedOn(child),
  });
}

/** `{"name": true, "id": false}` → `["name"]`. */
function switchedOn({ json }: TypedNode): readonly Fix[] {
  const switches = entriesOf(json).map(({ name, value }) => ({ name, state: SWITCHES.get(value?.value) }));
  const names = switches.flatMap(({ name, state }) => (state === 'on' ? [name] : []));
  if (names.length === 0 || switches.some(({ state }) => state === undefined)) return [];
  const list = `[${names.map((name) => JSON.stringify(name)).join(', ')}]`;
  return [{ title: t('Change to {0}', list), edits: [replaceNode(json, list)], preferred: true, safe: true }];
}

const SWITCHES: ReadonlyMap<unknown, 'on' | 'off'> = new Map<unknown, 'on' | 'off'>([
  [true, 'on'],
  [1, 'on'],
  [false, 'off'],
  [0, 'off'],
]);

function refusalFor(
  child: TypedNode,
  value: unknown,
  key: 'includes' | 'excludes',
  { document, world }: RuleContext,
): Refusal | undefined {
  const isChecked = has(world.version, key === 'excludes' ? 'excludes' : 'includesElementsChecked');
  const isLoaded =
    value !== null && document.root !== undefined && responseAliases(document.root).includes(child.name ?? '');
  const stumble = phpRefusal('respond', 'in_array(): Argument #2 ($haystack) must be of type array');
  const codedForStore = world.api === 'store' && has(world.version, 'includesTypeChecked');
  if (isLoaded && key === 'includes' && !isChecked) {
    return { ...stumble, ...(codedForStore ? { code: INVALID_TYPE } : {}), when: 'rows' };
  }
  if (!isChecked) return undefined;
  if (isLoaded && world.api === 'admin') return stumble;
  const detail = `The ${key} for type "${child.name}" must be of the type array, ${typeName(value)} given`;
  return { ...stumble, code: INVALID_TYPE, detail };
}

const INVALID_TYPE = 'FRAMEWORK__INVALID_TYPE';

/** The rows are written before the shop looks at the types of all aliases. */
function orderOf(child: TypedNode, refusal: Refusal | undefined): readonly number[] {
  return [refusal?.code === INVALID_TYPE ? 1 : 0, ...child.order];
}
