import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { EntitySchema } from '../../schema/entitySchema.ts';
import { changeTo, removeEntry } from '../edits.ts';
import { suggestion } from '../messages.ts';
import type { Fix, RuleContext } from '../rule.ts';
import { addAliases, type ShapedAlias } from '../shaping.ts';

/** What a dotted name was meant to say: the end of a message, and the edits. */
export interface Hint {
  readonly text: string;
  readonly fixes: () => readonly Fix[];
}

/** `manufacturer.name` of product: the Admin API shapes by alias only (reference, section 2.7); undefined for others. */
export function dottedHint(node: TypedNode, alias: string, name: string, context: RuleContext): Hint | undefined {
  const { schema } = context.world;
  const [first = '', ...rest] = name.split('.');
  const property = schema.entity(alias)?.properties.get(first);
  const isExcluded = node.parent?.parent?.name === 'excludes';
  if (!property || rest.length === 0) return undefined;
  if (property.kind === 'field') {
    return isExcluded ? undefined : { text: suggestion(first), fixes: () => namedFixes(node, first, [], context) };
  }
  const way = shapedBehind(property.entity, rest, schema);
  const behind = isExcluded ? way?.slice(-1) : way;
  const [next] = behind ?? [];
  if (!behind || !next) return undefined;
  const entry = `${JSON.stringify(next.alias)}: ${JSON.stringify(next.names)}`;
  return {
    text: ` ${t('What is behind "{0}" is listed under its own alias: {1}.', first, entry)}`,
    fixes: () => (isExcluded ? movedFixes(node, behind, entry, context) : namedFixes(node, first, behind, context)),
  };
}

/** The lists that let a path through, from an entity on; undefined where it names something that there is not. */
function shapedBehind(
  alias: string,
  [first, ...rest]: readonly string[],
  schema: EntitySchema,
): readonly ShapedAlias[] | undefined {
  const property = first === undefined ? undefined : schema.entity(alias)?.properties.get(first);
  if (!property) return undefined;
  const own = { alias, names: [property.name] };
  if (property.kind === 'field' || rest.length === 0) return [own];
  const further = shapedBehind(property.entity, rest, schema);
  return further && [own, ...further];
}

/** The first name in place of the dotted one, unless it is there already, and lists for what is behind it. */
function namedFixes(
  node: TypedNode,
  first: string,
  behind: readonly ShapedAlias[],
  { document }: RuleContext,
): readonly Fix[] {
  const { text } = document.syntax;
  const list = node.parent;
  const lists = list?.parent && addAliases(text, list.parent, behind);
  if (!list || !lists) return [];
  const change = changeTo(node.json, first, true);
  const isThere = list.children.some(({ json }) => json.value === first);
  return [{ ...change, edits: [...(isThere ? removeEntry(text, node) : change.edits), ...lists] }];
}

/** What is left out further on must not be left out here, too. */
function movedFixes(
  node: TypedNode,
  behind: readonly ShapedAlias[],
  entry: string,
  { document }: RuleContext,
): readonly Fix[] {
  const { text } = document.syntax;
  const map = node.parent?.parent;
  const lists = map && addAliases(text, map, behind);
  return lists
    ? [{ title: t('Change to {0}', entry), edits: [...removeEntry(text, node), ...lists], preferred: true }]
    : [];
}
