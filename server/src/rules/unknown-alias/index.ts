import { t } from '@vscode/l10n';
import type { World } from '../../analysis/world.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { Association } from '../../schema/entitySchema.ts';
import { isKnownAlias, knownAliases, responseAliases } from '../aliases.ts';
import { memberOf } from '../conditions.ts';
import { removeEntry, renameKey } from '../edits.ts';
import { atKey } from '../findings.ts';
import { oneOf } from '../messages.ts';
import { lettersOf, nearest } from '../nearest.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';
import { addAliases, namesUnder } from '../shaping.ts';
import { givenBy, hasVariable, sentText } from '../variables.ts';

/** A key of `includes` or `excludes` that is no apiAlias, but near to one. */
export const rule: Rule = {
  meta: {
    code: 'unknown-alias',
    severity: 'warning',
    description: 'A key of "includes" that no object of an answer has as its apiAlias.',
  },
  create: (context) => ({
    map: (node) => {
      if (node.expected.is !== 'map' || node.expected.keys !== 'alias' || node.json.type === 'array') return;
      for (const child of node.children) checkAlias(child, context);
    },
  }),
};

function checkAlias(child: TypedNode, context: RuleContext): void {
  const { document, world, report } = context;
  const { text: alias } = sentText(child.name ?? '', context);
  if (child.shadowed || hasVariable(alias) || !document.root || isKnownAlias(alias, document.root, world)) return;
  const meant = aliasesMeant(alias, document.root, world);
  report({
    message:
      meant.length === 0
        ? t('No object with the apiAlias "{0}" is known; a plugin may add one.', alias)
        : `${t('No object has the apiAlias "{0}": this list has no effect.', alias)} ${t('Did you mean {0}?', oneOf(meant))}`,
    ...atKey(child),
    ...givenBy(child.name, context),
    ...(meant.length === 0 ? { severity: 'information' as const } : {}),
    fixes: () => (hasVariable(child.name) ? [] : meant.flatMap((name) => fixesFor(child, name, meant, context))),
  });
}

/** What was meant by an alias: an association of that name stands for the entity that it leads to. */
function aliasesMeant(alias: string, root: TypedNode, world: World): readonly string[] {
  const letters = lettersOf(alias);
  const loaded = loadedBelow(root).filter(({ name }) => lettersOf(name) === letters);
  if (loaded.length > 0) return [...new Set(loaded.map(({ entity }) => entity))];
  const near = nearest(alias, knownAliases(world));
  if (near !== undefined) return [near];
  const properties = responseAliases(root).map((entity) => world.schema.entity(entity)?.properties.get(alias));
  return [...new Set(properties.flatMap((property) => (property?.kind === 'association' ? [property.entity] : [])))];
}

function loadedBelow(criteria: TypedNode): readonly Association[] {
  const children = memberOf(criteria, 'associations')?.children ?? [];
  return children.flatMap((child) => [...(child.association ? [child.association] : []), ...loadedBelow(child)]);
}

/** Renames the key; where there is a list under that alias already, its names are added to it. */
function fixesFor(child: TypedNode, name: string, meant: readonly string[], { document }: RuleContext): readonly Fix[] {
  const { text } = document.syntax;
  const { parent, keyNode } = child;
  if (!parent || !keyNode) return [];
  const shaped = namesUnder(child, text);
  const merged = shaped && addAliases(text, parent, [{ ...shaped, alias: name }]);
  const edits = memberOf(parent, name)
    ? merged && [...removeEntry(text, child), ...merged]
    : [renameKey(keyNode, name)];
  return edits ? [{ title: t('Change to "{0}"', name), edits, preferred: meant.length === 1 }] : [];
}
