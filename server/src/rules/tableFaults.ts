import type { Answer, Check, FailedValue, Shape, TableRule } from '../criteria/grammar/types.ts';
import { outlineOfMembers } from '../criteria/memberValues.ts';
import { jsonValue } from '../criteria/syntax.ts';
import { keyInCriteria, type TypedNode } from '../criteria/typedTree.ts';
import { has } from '../shopware/changes.ts';
import { phpRefusal, type Refusal } from '../shopware/refusal.ts';
import type { ShopwareVersion } from '../shopware/version.ts';
import { placeOf } from './place.ts';
import type { ServerFault } from './rule.ts';
import { meetingOf } from './serverOrder.ts';
import { isVariable } from './variables.ts';

/** A check of the grammar table that failed. */
export interface TableFault {
  readonly rule: TableRule;
  /** The object or list that holds the key or element. */
  readonly owner: TypedNode;
  /** The key at fault; undefined for an element of a list. */
  readonly key: string | undefined;
  /** The value at fault; undefined where the key is missing. */
  readonly node: TypedNode | undefined;
  readonly check: Check;
  readonly server: ServerFault | undefined;
}

/** Runs the table's checks over a typed tree; of each key the first that fails counts, as on the server. */
export function findTableFaults(root: TypedNode, version: ShopwareVersion): readonly TableFault[] {
  const faults: TableFault[] = [];
  const report = (fault: TableFault): void => {
    if (!fault.node || !isUndecided(fault.node)) faults.push(fault);
  };
  const visit = (node: TypedNode): void => {
    if (node.shadowed) return;
    checkKeys(node, version, report);
    checkElements(node, version, report);
    for (const child of node.children) visit(child);
  };
  visit(root);
  return faults;
}

/** A text in place of an object is wrong whatever its variables give. */
function isUndecided({ expected, json }: TypedNode): boolean {
  return expected.is !== 'object' && expected.is !== 'variant' && isVariable(json);
}

// A key's own checks come before anything inside its value.
const BEFORE_CHILDREN = -1000;

/** A list where an object is meant is to PHP an object without the keys that it looks for. */
function checkKeys(owner: TypedNode, version: ShopwareVersion, report: (fault: TableFault) => void): void {
  const { shape, json } = owner;
  if (!shape || (json.type !== 'array' && !owner.fits)) return;
  const checked = checkedKeys(shape);
  if (checked.length === 0) return;
  const values = json.type === 'array' ? {} : outlineOfMembers(owner);
  for (const { name, checks, index } of checked) {
    const failed = firstFailing(checks, values[name], values, name, version);
    if (failed) report(keyFault(owner, name, index, failed, values, version));
  }
}

interface CheckedKey {
  readonly name: string;
  readonly checks: readonly Check[];
  readonly index: number;
}

/** The keys of a shape that can be wrong; the same for every object of the shape. */
function checkedKeys(shape: Shape): readonly CheckedKey[] {
  let keys = checkedKeysOf.get(shape);
  if (!keys) {
    keys = Object.entries(shape.keys).flatMap(([name, { checks }], index) => (checks ? [{ name, checks, index }] : []));
    checkedKeysOf.set(shape, keys);
  }
  return keys;
}

const checkedKeysOf = new WeakMap<Shape, readonly CheckedKey[]>();

function keyFault(
  owner: TypedNode,
  name: string,
  keyIndex: number,
  failed: FailedCheck,
  values: Readonly<Record<string, unknown>>,
  version: ShopwareVersion,
): TableFault {
  const marked = failed.check.marks ?? name;
  return {
    rule: failed.check.rule,
    owner,
    key: marked,
    node: owner.children.find((child) => child.name === marked && !child.shadowed),
    check: failed.check,
    server: serverFault(
      owner,
      answerOf(failed.check, values, { value: values[name], name, position: keyIndex }),
      version,
      {
        order: [...owner.order, keyIndex, BEFORE_CHILDREN + failed.index],
        unit: isCriteria(owner) ? [...owner.order, keyIndex] : unitOf(owner),
        key: isCriteria(owner) ? name : keyInCriteria(owner),
      },
    ),
  };
}

function checkElements(list: TypedNode, version: ShopwareVersion, report: (fault: TableFault) => void): void {
  const { expected } = list;
  if (expected.is !== 'list' && expected.is !== 'map') return;
  const { each } = expected;
  if (!each) return;
  let position = 0;
  for (const node of list.children) {
    if (node.shadowed) continue;
    const found: FailedValue = {
      value: isOwnObject(node) ? SOME_OBJECT : jsonValue(node.json),
      name: node.name ?? '',
      position: position++,
    };
    const failed = firstFailing(each, found.value, NO_OWNER, found.name, version);
    if (failed) report(elementFault(list, node, failed, found, version));
  }
}

function elementFault(
  list: TypedNode,
  node: TypedNode,
  { check, index }: FailedCheck,
  found: FailedValue,
  version: ShopwareVersion,
): TableFault {
  const answer = answerOf(check, NO_OWNER, found);
  const order = [...node.order, BEFORE_CHILDREN + index];
  const server = serverFault(node, answer, version, { order, unit: unitOf(node), key: keyInCriteria(node) });
  return { rule: check.rule, owner: list, key: undefined, node, check, server };
}

/** What is inside of the grammar's own objects has checks of its own. */
function isOwnObject({ expected, json }: TypedNode): boolean {
  return json.type === 'object' && (expected.is === 'variant' || expected.is === 'object');
}

const SOME_OBJECT = {};
const NO_OWNER = {};

interface FailedCheck {
  readonly check: Check;
  readonly index: number;
}

function firstFailing(
  checks: readonly Check[],
  value: unknown,
  owner: Readonly<Record<string, unknown>>,
  name: string,
  version: ShopwareVersion,
): FailedCheck | undefined {
  for (let index = 0; index < checks.length; index++) {
    const check = checks[index];
    if (!check) continue;
    if (check.from && !has(version, check.from)) continue;
    if (check.until && has(version, check.until)) continue;
    if (check.fails(value, owner, name)) return { check, index };
  }
  return undefined;
}

/** What the server is done with after a fault: the element, or the whole list where it stops at the first. */
function unitOf(node: TypedNode): readonly number[] {
  const { parent } = node;
  return parent?.expected.is === 'list' && parent.expected.stopsAtFirst ? parent.order : node.order;
}

function isCriteria(node: TypedNode): boolean {
  return node.criteria === node;
}

function answerOf(
  { answer }: Check,
  owner: Readonly<Record<string, unknown>>,
  failed: FailedValue,
): Answer | undefined {
  return typeof answer === 'function' ? answer(owner, failed) : answer;
}

function serverFault(
  node: TypedNode,
  answer: Answer | undefined,
  version: ShopwareVersion,
  { order, unit, key }: Pick<ServerFault, 'order' | 'unit'> & { readonly key: string | undefined },
): ServerFault | undefined {
  const refusal = answer && refusalOf(node, answer, version);
  if (!refusal) return undefined;
  const criteria = node.criteria.order;
  if (refusal.stage === 'parse') return { refusal, order, unit, criteria };
  const met = meetingOf(node, refusal.stage, refusal, { own: order, key: key ?? '' });
  return { refusal: { ...refusal, stage: met.stage }, order: met.order, unit: met.order, criteria };
}

function refusalOf(node: TypedNode, answer: Answer, version: ShopwareVersion): Refusal | undefined {
  const place = placeOf(node, answer.stage ?? 'parse');
  if (!place) return undefined;
  if (isInFilterAggregation(node) && answer.collected && !has(version, 'looseTextTypes')) {
    return phpRefusal(
      'parse',
      'FilterAggregation::__construct(): Argument #2 ($aggregation) must be of type Aggregation',
    );
  }
  const unwrapped = node.inFilterList ? undefined : answer.unwrapped;
  const pointer = unwrapped ? undefined : pointerOf(node.serverPointer, answer);
  return {
    status: unwrapped?.status ?? answer.status,
    code: codeIn(version, unwrapped?.code ?? answer.code),
    detail: unwrapped?.detail ?? answer.detail,
    ...(answer.parameters && !unwrapped ? { parameters: answer.parameters(pathOf(node, answer)) } : {}),
    ...(pointer === undefined ? {} : { pointer }),
    ...(answer.when ? { when: answer.when } : {}),
    ...(answer.by || isSqlCode(answer.code) ? { by: 'database' as const } : {}),
    ...place,
    collected: answer.collected && node.serverPointer !== undefined && !unwrapped,
  };
}

/** Up to 6.4 a filter aggregation stumbles over its nested one that is refused, for whatever reason (section 4). */
function isInFilterAggregation({ expected, name, parent }: TypedNode): boolean {
  const isAggregation = expected.is === 'variant' && expected.family === 'aggregation';
  return isAggregation && name === 'aggregation' && parent?.type === 'filter';
}

/** Before 6.5.0 the code of every error of the database is "0" (section 8). */
function codeIn(version: ShopwareVersion, code: string): string {
  return isSqlCode(code) && !has(version, 'sqlErrorCodes') ? '0' : code;
}

function isSqlCode(code: string): boolean {
  return /^[1-9]\d*$/.test(code);
}

/** The place that the parameters name: the pointer, or where it would be inside a part that is parsed on its own. */
function pathOf(node: TypedNode, answer: Answer): string {
  if (typeof answer.pointer !== 'string') return '';
  return pointerOf(node.serverPointer ?? pointerInQuery(node), answer) ?? '';
}

function pointerInQuery({ pointer }: TypedNode): string {
  return pointer.replace(/^.*\/query\/[^/]*\/query/, '');
}

function pointerOf(base: string | undefined, { pointer, misplacedUnder }: Answer): string | undefined {
  if (typeof pointer !== 'string') return pointer.special === 'empty' && base !== undefined ? '' : undefined;
  if (base === undefined) return undefined;
  const moved = misplacedUnder === undefined ? base : base.replace(/^\/[^/]*/, `/${misplacedUnder}`);
  return moved + pointer;
}
