import { t } from '@vscode/l10n';
import type { World } from '../analysis/world.ts';
import { typesOf } from '../criteria/grammar/families.ts';
import type { FamilyName, TableRule } from '../criteria/grammar/types.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { type Change, sinceOf } from '../shopware/changes.ts';
import { typeHint } from './filterMeant.ts';
import { atKey, atNode, atOpening, notRead, refusedBy } from './findings.ts';
import { innerFault } from './innerFault.ts';
import { keyMeant } from './keyMeant.ts';
import { allOf, capital, quoted, suggestion } from './messages.ts';
import { missingKeys, sortingMeant, straysIn } from './missingKeys.ts';
import { isOtherContainer, wholeElement } from './otherContainer.ts';
import type { Finding, Rule, RuleContext, RuleMeta } from './rule.ts';
import { siblingHint, siblingMeant } from './siblingFilter.ts';
import { isNamedFilter, isSingleFilter } from './singleFilter.ts';
import type { TableFault } from './tableFaults.ts';
import { fixesOf } from './tableFixes.ts';
import { typeMeant } from './typeMeant.ts';

/** A rule that reads what the grammar table says is wrong. */
export function tableRule(meta: RuleMeta & { readonly code: TableRule }): Rule {
  return {
    meta,
    create: (context) => ({
      document: () => {
        const shown = shownOf(context.tableFaults);
        for (const fault of context.tableFaults) {
          if (fault.rule !== meta.code) continue;
          const whole = wholeOf(fault);
          const isTold = whole !== undefined && shown.get(whole) !== fault;
          context.report({ ...findingOf(fault, context), ...(isTold ? { follows: true } : {}) });
        }
      },
    }),
  };
}

/** Of the faults that are one mistake the one to show: the first that the shop refuses, else the first. */
function shownOf(faults: readonly TableFault[]): ReadonlyMap<TypedNode, TableFault> {
  const shown = new Map<TypedNode, TableFault>();
  for (const fault of faults) {
    const whole = wholeOf(fault);
    if (whole && (!shown.has(whole) || (fault.server && !shown.get(whole)?.server))) shown.set(whole, fault);
  }
  return shown;
}

/** What several faults are one mistake of: an object that lacks keys, a list that is written as an object or a map. */
function wholeOf({ rule, key, node, owner }: TableFault): TypedNode | undefined {
  if (node && isNamedFilter(node)) return owner;
  if (rule === 'missing-key' && node === undefined) return wholeElement(owner) ?? owner;
  const container = node && key !== undefined ? node : owner;
  return isOtherContainer(container) ? container : undefined;
}

function findingOf(fault: TableFault, context: RuleContext): Finding {
  const { server } = fault;
  return {
    message: messageOf(fault, context),
    ...placeOf(fault, context),
    ...refusedBy(server),
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
 * Nothing is missing in what is not finished (a syntax error), or is something else as a whole; what a map of fields
 * does not take is no fault of a single filter that lacks its list; and what is missing is not wrong besides.
 */
function isConsequence({ rule, owner, key, node }: TableFault, context: RuleContext): boolean {
  const [strays] = node ? straysIn(owner, context) : [];
  if (node && strays?.sibling?.entries.includes(node)) return true;
  if (rule !== 'missing-key') {
    const isMissing = context.faultsOf(owner).some((other) => other.rule === 'missing-key' && other.key === key);
    return isSingleFilter(owner) || (isMissing && key !== undefined);
  }
  return context.document.syntax.errors.length > 0 || isInsideFault(owner, context);
}

function isInsideFault(node: TypedNode, context: RuleContext): boolean {
  const { parent } = node;
  if (!parent) return false;
  return context.faultsOf(parent).some((fault) => fault.node === node) || isInsideFault(parent, context);
}

function placeOf(fault: TableFault, context: RuleContext): Pick<Finding, 'start' | 'end' | 'pointer'> {
  const { rule, node, owner } = fault;
  const inner = innerFault(fault);
  if (inner) return inner.key ? atNode(inner) : atKey(inner);
  const whole = wholeElement(owner);
  if (whole && rule === 'missing-key') return atNode(whole);
  if (isOtherContainer(owner)) return atNode(owner);
  if (node) return fault.check.isOfName ? atKey(node) : atNode(node);
  const [strays] = rule === 'missing-key' ? straysIn(owner, context) : [];
  const stray = strays?.renamed ?? strays?.moved[0];
  if (stray) return { ...atKey(stray), pointer: owner.pointer };
  return owner.json.type === 'array' ? atNode(owner) : atOpening(owner);
}

function messageOf(fault: TableFault, context: RuleContext): string {
  const { rule, key, node, owner, check } = fault;
  const consequence = check.silently === undefined ? '' : ` ${t(check.silently)}`;
  const inner = innerFault(fault);
  if (inner) return innerMessage(inner, fault);
  const whole = rule === 'missing-key' ? wholeElement(owner) : undefined;
  if (whole) return t('{0} must be {1}.', quoted(whole.name ?? ''), t('a list'));
  if (rule === 'missing-key' && key !== undefined) return `${missing(fault, key, context)}${consequence}`;
  if (rule === 'unknown-type') return unknownType(owner, node, context);
  if (check.expects === undefined && check.silently !== undefined) return t(check.silently);
  if (isOtherContainer(owner)) {
    const wanted = owner.expected.is === 'list' ? t('a list') : t('an object, not a list');
    return `${t('{0} must be {1}.', quoted(owner.name ?? ''), wanted)}${consequence}`;
  }
  if (node && isNamedFilter(node)) {
    const reading = t('Without the list the shop reads the keys of this object as fields.');
    return `${t('{0} must be {1}.', quoted(owner.name ?? ''), t('a list of filters'))} ${reading}`;
  }
  const subject = key ?? (owner.expected.is === 'map' ? (node?.name ?? 'value') : undefined);
  const expected = check.expects === undefined ? t('another value') : t(check.expects);
  const problem = t('{0} must be {1}.', subject === undefined ? t('This entry') : quoted(subject), expected);
  return problem + consequence + boundsHint(fault, context.document.syntax.text) + typesHint(fault, context);
}

/** The types that there are, where something else is written for one. */
function typesHint({ key, owner: { expected } }: TableFault, { world }: RuleContext): string {
  return key === 'type' && expected.is === 'variant' ? typesSentence(expected.family, world) : '';
}

function typesSentence(family: FamilyName, { version }: World): string {
  return ` ${t('Types: {0}.', typesOf(family, version).join(', '))}`;
}

/** What a value is not, another type of filter takes. */
function boundsHint({ rule, key, owner }: TableFault, text: string): string {
  const sibling = rule === 'wrong-type' && key === 'value' ? siblingMeant(owner, text) : undefined;
  return sibling?.type === 'range' ? ` ${siblingHint(sibling)}` : '';
}

function innerMessage(inner: TypedNode, { check }: TableFault): string {
  const { name = '', parent } = inner;
  if (inner.key && check.within) return t('{0} must be {1}.', quoted(name), t(check.within.expects));
  const meant = parent && keyMeant(parent, name);
  return `${t('{0} has no key "{1}".', titleOf(parent), name)}${suggestion(meant)}`;
}

function titleOf(node: TypedNode | undefined): string {
  return capital(node?.shape ? t(node.shape.title) : t('this object'));
}

function missing(fault: TableFault, key: string, context: RuleContext): string {
  const { node, owner } = fault;
  const title = titleOf(owner);
  if (node?.json.children?.length && node.json.type === 'array' && node.expected.is === 'object') {
    return t('{0} must be {1}.', quoted(key), t('an object, not a list'));
  }
  if (node) return t('{0} needs a value for "{1}".', title, key);
  if (owner.json.type === 'array' && owner.shape && owner.json.children?.length !== 0) {
    const subject = owner.parent?.json.type === 'array' ? t('This entry') : quoted(owner.name ?? '');
    return t('{0} must be {1}.', subject, t('{0}, not a list', t(owner.shape.title)));
  }
  const [strays] = straysIn(owner, context);
  if (!strays) return t('{0} needs {1}.', title, allOf(missingKeys(owner, context)));
  const { renamed, moved, sibling } = strays;
  if (sibling) return `${siblingProblem(owner, sibling.entries, context)} ${siblingHint(sibling)}`;
  if (!renamed) {
    return t('{0} needs "{1}": {2} must be in there.', title, strays.key, allOf(moved.map(({ name }) => name ?? '')));
  }
  const sorting = sortingMeant(owner, renamed);
  const meant = sorting === undefined ? suggestion(strays.key) : ` ${t('Did you mean {0}?', sorting)}`;
  return `${t('{0} has no key "{1}".', title, renamed.name ?? '')}${meant}`;
}

/** What stands there is not read, or not enough. */
function siblingProblem(owner: TypedNode, [stray]: readonly TypedNode[], context: RuleContext): string {
  const title = titleOf(owner);
  return stray && !stray.key
    ? t('{0} has no key "{1}".', title, stray.name ?? '')
    : t('{0} needs {1}.', title, allOf(missingKeys(owner, context)));
}

function unknownType(owner: TypedNode, node: TypedNode | undefined, { world }: RuleContext): string {
  const family = owner.expected.is === 'variant' ? owner.expected.family : 'filter';
  const written = node?.json.value;
  const isFilter = family === 'filter';
  if (typeof written !== 'string') {
    return t('"type" must be a type of filter such as "equals".') + typesSentence(family, world);
  }
  const since = sinceOfWord(owner, written);
  if (since) {
    return t('"{0}" was added in Shopware {1}; this is checked as {2}.', written, sinceOf(since), world.version.text);
  }
  const types = typesOf(family, world.version);
  const hint = isFilter ? typeHint(written, world) : suggestion(typeMeant(written, types));
  const problem = isFilter
    ? t('There is no filter type "{0}".', written)
    : t('There is no aggregation type "{0}".', written);
  return problem + (hint === '' ? typesSentence(family, world) : hint);
}

/** A type that this version does not know yet. */
function sinceOfWord(owner: TypedNode, written: string): Change | undefined {
  const value = owner.shape?.keys.type?.value;
  return value?.is === 'word' ? value.words.find((word) => word.value === written)?.since : undefined;
}
