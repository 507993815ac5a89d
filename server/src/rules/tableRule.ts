import { t } from '@vscode/l10n';
import type { TableRule } from '../criteria/grammar/types.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { type Change, sinceOf } from '../shopware/changes.ts';
import { atKey, atNode, atOpening, notRead } from './findings.ts';
import { allOf, capital, quoted, suggestion } from './messages.ts';
import { nearest } from './nearest.ts';
import type { Finding, Rule, RuleContext, RuleMeta } from './rule.ts';
import { isSingleFilter } from './singleFilter.ts';
import type { TableFault } from './tableFaults.ts';
import { fixesOf, missingKeys, strayKeys, wordsOf } from './tableFixes.ts';

/** A rule that reads what the grammar table says is wrong. */
export function tableRule(meta: RuleMeta & { readonly code: TableRule }): Rule {
  return {
    meta,
    create: (context) => ({
      document: () => {
        const met = new Set<TypedNode>();
        for (const fault of context.tableFaults) {
          if (fault.rule !== meta.code) continue;
          const whole = wholeOf(fault);
          context.report({ ...findingOf(fault, context), ...(whole && met.has(whole) ? { follows: true } : {}) });
          if (whole) met.add(whole);
        }
      },
    }),
  };
}

/** What several faults are one mistake of: an object that lacks keys, a list that is written as an object. */
function wholeOf({ rule, key, node, owner }: TableFault): TypedNode | undefined {
  if (rule === 'missing-key' && node === undefined) return owner;
  const container = node && key !== undefined ? node : owner;
  return isOtherContainer(container) ? container : undefined;
}

/** An object where a list belongs (one filter instead of a list of them), or a list where an object belongs. */
function isOtherContainer({ expected, json, children }: TypedNode): boolean {
  if (expected.is === 'map') return json.type === 'array';
  return expected.is === 'list' && json.type === 'object' && children.some(({ name }, index) => name !== String(index));
}

function findingOf(fault: TableFault, context: RuleContext): Finding {
  const { server } = fault;
  return {
    message: messageOf(fault, context),
    ...placeOf(fault, context),
    ...(server ? { server } : {}),
    ...(server && !server.refusal.when ? {} : { severity: 'warning' as const }),
    ...(isConsequence(fault, context) ? { follows: true } : {}),
    ...unreadBecauseOf(fault),
    fixes: () => fixesOf(fault, context),
  };
}

/** What this version ignores as a whole, and a kind of filter that it does not know yet. */
function unreadBecauseOf({ rule, check, node, owner }: TableFault): Pick<Finding, 'unread'> {
  if (rule === 'unknown-value' && check.expects === undefined && node) return notRead(node);
  const isLater = rule === 'unknown-type' && sinceOfWord(owner, String(node?.json.value)) !== undefined;
  return isLater ? notRead(owner) : {};
}

/**
 * Nothing is missing in what is not finished (a syntax error), or is something else as a whole; and what a map of
 * fields does not take is no fault of a single filter that lacks its list.
 */
function isConsequence({ rule, owner }: TableFault, context: RuleContext): boolean {
  if (rule !== 'missing-key') return isSingleFilter(owner);
  return context.document.syntax.errors.length > 0 || isInsideFault(owner, context);
}

function isInsideFault(node: TypedNode, context: RuleContext): boolean {
  const { parent } = node;
  if (!parent) return false;
  return context.faultsOf(parent).some((fault) => fault.node === node) || isInsideFault(parent, context);
}

function placeOf(fault: TableFault, context: RuleContext): Pick<Finding, 'start' | 'end' | 'pointer'> {
  const { rule, node, owner } = fault;
  if (isOtherContainer(owner)) return atNode(owner);
  if (node) return atNode(node);
  const [stray] = rule === 'missing-key' ? strayKeys(fault, context) : [];
  return stray ? { ...atKey(stray), pointer: owner.pointer } : atOpening(owner);
}

function messageOf(fault: TableFault, context: RuleContext): string {
  const { rule, key, node, owner, check } = fault;
  const consequence = check.silently === undefined ? '' : ` ${t(check.silently)}`;
  if (rule === 'missing-key' && key !== undefined) return `${missing(fault, key, context)}${consequence}`;
  if (rule === 'unknown-type') return unknownType(owner, node, context);
  if (check.expects === undefined && check.silently !== undefined) return t(check.silently);
  if (isOtherContainer(owner)) {
    const wanted = owner.expected.is === 'list' ? t('a list') : t('an object, not a list');
    return `${t('{0} must be {1}.', quoted(owner.name ?? ''), wanted)}${consequence}`;
  }
  const subject = key ?? (owner.expected.is === 'map' ? (node?.name ?? 'value') : undefined);
  const expected = check.expects === undefined ? t('another value') : t(check.expects);
  return `${t('{0} must be {1}.', subject === undefined ? t('This entry') : quoted(subject), expected)}${consequence}`;
}

function missing(fault: TableFault, key: string, context: RuleContext): string {
  const { node, owner } = fault;
  const title = capital(owner.shape ? t(owner.shape.title) : t('this object'));
  if (node) return t('{0} needs a value for "{1}".', title, key);
  const stray = strayKeys(fault, context);
  const [first] = stray;
  if (!first) return t('{0} needs {1}.', title, allOf(missingKeys(owner, context)));
  const moved = stray.filter(({ name }) => nearest(name ?? '', [key]) === undefined);
  if (moved.length === 0) return `${t('{0} has no key "{1}".', title, first.name ?? '')}${suggestion(key)}`;
  return t('{0} needs "{1}": {2} must stand in there.', title, key, allOf(moved.map(({ name }) => name ?? '')));
}

function unknownType(owner: TypedNode, node: TypedNode | undefined, { world }: RuleContext): string {
  const family = owner.expected.is === 'variant' ? owner.expected.family : 'filter';
  const written = node?.json.value;
  const isFilter = family === 'filter';
  if (typeof written !== 'string') {
    return isFilter
      ? t('"type" must be the kind of filter as text.')
      : t('"type" must be the kind of aggregation as text.');
  }
  const since = sinceOfWord(owner, written);
  if (since) {
    return t('"{0}" exists since Shopware {1}; this is checked as {2}.', written, sinceOf(since), world.version.text);
  }
  const words = wordsOf(owner, 'type');
  const meant = nearest(written, words);
  const problem = isFilter
    ? t('There is no filter type "{0}".', written)
    : t('There is no aggregation type "{0}".', written);
  return `${problem}${meant === undefined ? ` ${t('Types: {0}.', words.join(', '))}` : suggestion(meant)}`;
}

/** A type that this version does not know yet. */
function sinceOfWord(owner: TypedNode, written: string): Change | undefined {
  const value = owner.shape?.keys.type?.value;
  return value?.is === 'word' ? value.words.find((word) => word.value === written)?.since : undefined;
}
