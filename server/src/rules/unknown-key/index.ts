import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { fixesOfNames } from '../associationFixes.ts';
import { isCombinedId } from '../combinedIds.ts';
import { memberOf } from '../conditions.ts';
import { removeEntry, renameKey, replaceJson, replaceNode, textOf } from '../edits.ts';
import { atKey } from '../findings.ts';
import { isToldInside } from '../innerFault.ts';
import { boundMeant, keyMeant, unknownEntries } from '../keyMeant.ts';
import { renameFix } from '../keyRename.ts';
import { capital, suggestion } from '../messages.ts';
import { straysIn } from '../missingKeys.ts';
import { OTHER_NUMBER } from '../nearest.ts';
import { moveToAssociation } from '../nestAssociation.ts';
import { isOtherContainer } from '../otherContainer.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';
import { hasVariable } from '../variables.ts';
import { pageMeant } from './pageMeant.ts';
import { misspeltAtRoot } from './routeKeys.ts';

/** A key that the shop silently ignores. */
export const rule: Rule = {
  meta: { code: 'unknown-key', severity: 'warning', description: 'A key that the shop silently ignores.' },
  create: (context) => ({
    shaped: (node) => {
      if (!node.fits || node.json.type !== 'object' || isNoObjectOfKeys(node) || isTold(node, context)) return;
      const report = isOpen(node, context) ? reportMisspelt : reportKey;
      for (const child of unknownEntries(node)) if (!hasVariable(child.name)) report(node, child, context);
    },
  }),
};

/** Whether what holds an object is at fault: a value with this key in it, or a map where a list belongs. */
function isTold(node: TypedNode, context: RuleContext): boolean {
  const list = node.parent;
  const isMapped =
    list?.parent && isOtherContainer(list) && context.faultsOf(list.parent).some((fault) => fault.node === list);
  return isMapped || isToldInside(node, context);
}

/**
 * A combined id has the keys of its entity; what stands in a list of associations is no criteria; what belongs to a
 * filter without a type may have other keys.
 */
function isNoObjectOfKeys(node: TypedNode): boolean {
  const { expected, parent } = node;
  if (parent?.expected.is === 'map' && parent.json.type === 'array') return true;
  if (parent?.expected.is === 'variant' && parent.type === undefined && expected.is === 'object') return true;
  return isCombinedId(node);
}

/** Store API routes take further keys of their own (section 11). */
function isOpen(node: TypedNode, { world }: RuleContext): boolean {
  return world.api === 'store' && !node.parent;
}

/**
 * Where a key may be one of the route, only what is nearly a key of a criteria, and has its value, is worth a hint; more
 * than that where it is the same word (`postFilter`, `filters`).
 */
function reportMisspelt(root: TypedNode, child: TypedNode, { document, report }: RuleContext): void {
  const { name = '' } = child;
  const meant = misspeltAtRoot(root, name);
  const rename = meant && renameFix(root, child, meant.name, document.syntax.text);
  if (!rename) return;
  report({
    message: `${t('A criteria has no key "{0}", and no route is known to have it.', name)}${suggestion(meant.name)}`,
    ...atKey(child),
    severity: meant.distance <= OTHER_NUMBER ? 'information' : 'hint',
    fixes: () => [{ ...rename, preferred: false }],
  });
}

function reportKey(owner: TypedNode, child: TypedNode, context: RuleContext): void {
  if (isMeantForMissing(owner, child, context)) return;
  const { name = '' } = child;
  if (isForgottenLevel(owner, child, context)) return void reportLevel(owner, child, name, context);
  const meant = pageMeant(owner, child) === undefined ? keyMeant(owner, name) : 'page';
  const title = capital(owner.shape ? t(owner.shape.title) : t('this object'));
  context.report({
    message: `${t('{0} has no key "{1}": the shop ignores it.', title, name)}${suggestion(meant)}`,
    ...atKey(child),
    tag: 'unnecessary',
    fixes: () => fixesOf(owner, child, meant, context),
  });
}

/** An association that stands in the criteria itself: `{"media": {}}` for `{"associations": {"media": {}}}`. */
function isForgottenLevel(owner: TypedNode, { name = '', json }: TypedNode, { world }: RuleContext): boolean {
  if (owner.criteria !== owner || json.type !== 'object') return false;
  return world.schema.entity(owner.entity ?? '')?.properties.get(name)?.kind === 'association';
}

function reportLevel(owner: TypedNode, child: TypedNode, name: string, { document, report }: RuleContext): void {
  report({
    message: t(
      '"{0}" is an association of {1}: it belongs in "associations"; here the shop ignores it.',
      name,
      owner.entity ?? '',
    ),
    ...atKey(child),
    tag: 'unnecessary',
    fixes: () => levelFixes(owner, child, name, document.syntax.text),
  });
}

function levelFixes(owner: TypedNode, child: TypedNode, name: string, text: string): readonly Fix[] {
  const entry = child.json.parent;
  const map = memberOf(owner, 'associations');
  const wrapped = entry && `"associations": { ${textOf(text, entry)} }`;
  const edits = map ? moveToAssociation(child, map, [name], text) : entry && [replaceNode(entry, wrapped ?? '')];
  return [
    ...(edits ? [{ title: t('Move into "{0}"', 'associations'), edits, preferred: true }] : []),
    { title: t('Remove "{0}"', name), edits: removeEntry(text, child) },
  ];
}

/** One mistake, one diagnostic: what is missing instead says it (missing-key), or a type that has bounds (unknown-type). */
function isMeantForMissing(owner: TypedNode, child: TypedNode, context: RuleContext): boolean {
  const isOfType = context.faultsOf(owner).some(({ rule }) => rule === 'unknown-type');
  if (isOfType && boundMeant(child.name ?? '') !== undefined) return true;
  return straysIn(owner, context).some(({ renamed, moved }) => renamed === child || moved.includes(child));
}

function fixesOf(owner: TypedNode, child: TypedNode, meant: string | undefined, context: RuleContext): readonly Fix[] {
  const { text } = context.document.syntax;
  const rename =
    pageFix(owner, child) ??
    associationsFix(owner, child, meant, context) ??
    (meant === undefined ? undefined : renameFix(owner, child, meant, text));
  const remove = { title: t('Remove "{0}"', child.name ?? ''), edits: removeEntry(text, child) };
  return rename ? [rename, remove] : [remove];
}

/** `"offset": 20` beside `"limit": 10` → `"page": 3`. */
function pageFix(owner: TypedNode, child: TypedNode): Fix | undefined {
  const page = pageMeant(owner, child);
  if (page === undefined || !child.keyNode) return undefined;
  const edits = [renameKey(child.keyNode, 'page'), replaceJson(child.json, page)];
  return { title: t('Change to {0}', `"page": ${page}`), edits, preferred: true };
}

/** `"with": ["manufacturer"]` → `"associations": { "manufacturer": {} }`. */
function associationsFix(
  owner: TypedNode,
  { json, keyNode }: TypedNode,
  meant: string | undefined,
  context: RuleContext,
): Fix | undefined {
  if (meant !== 'associations' || !keyNode || memberOf(owner, meant)) return undefined;
  const [named] = fixesOfNames({ json, entity: owner.entity }, context) ?? [];
  return named && { ...named, title: t('Change to "{0}"', meant), edits: [renameKey(keyNode, meant), ...named.edits] };
}
