import { t } from '@vscode/l10n';
import type { JsonNode } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { rebracket, replaceNode, takeOut } from './edits.ts';
import { type LoadMeant, loadsMeant } from './loadsMeant.ts';
import { nestedEntry } from './nestAssociation.ts';
import type { Edit, Fix, RuleContext } from './rule.ts';
import type { TableFault } from './tableFaults.ts';

/** What was meant in place of `associations`, or of the criteria of one; undefined for another fault. */
export function associationFixes({ owner, node, key }: TableFault, context: RuleContext): readonly Fix[] | undefined {
  const { text } = context.document.syntax;
  const isCriteria = owner.criteria === owner;
  if (isCriteria && key === 'associations' && node) return fixesOfNames(node, context);
  const isLoaded = owner.expected.is === 'map' && owner.expected.keys === 'association';
  if (isLoaded && owner.json.type === 'array') return fixesOfNames(owner, context);
  if (!isLoaded || !node) return undefined;
  if (node.json.type === 'array') return fixesOfList(node, text, context);
  if (!node.association) return [];
  return [{ title: t('Change to {0}', '{}'), edits: [replaceNode(node.json, '{}')], preferred: true }];
}

/** What a text or a list names: `"manufacturer, media.media"`, `["manufacturer"]`; undefined for anything else. */
export function fixesOfNames(
  { json, entity }: Pick<TypedNode, 'json' | 'entity'>,
  { document, world }: RuleContext,
): readonly Fix[] | undefined {
  const { text } = document.syntax;
  const names = namesIn(json);
  if (!names) return undefined;
  const start = world.schema.entity(entity ?? '');
  const paths = names.map((name) => start && clearOne(loadsMeant(name, start, world)));
  if (!paths.every((path) => path !== undefined) || new Set(paths.map(([first]) => first)).size < paths.length)
    return [];
  const entries = paths.map((path) => nestedEntry(path, '{}'));
  const edits = json.children
    ? [...rebracket(text, json, '{ ', ' }'), ...replaced(json.children, entries)]
    : [replaceNode(json, `{ ${entries.join(', ')} }`)];
  return [{ title: t('Change to an object'), edits, preferred: true }];
}

function clearOne([first]: readonly LoadMeant[]): readonly string[] | undefined {
  return first?.isClear ? first.names : undefined;
}

/** Comments between them stay. */
function replaced(nodes: readonly JsonNode[], texts: readonly string[]): readonly Edit[] {
  return nodes.map((node, index) => replaceNode(node, texts[index] ?? ''));
}

function namesIn({ type, value, children = [] }: JsonNode): readonly string[] | undefined {
  if (type === 'string')
    return String(value)
      .split(/[,|]/)
      .map((name) => name.trim());
  const isNames = type === 'array' && children.every((child) => child.type === 'string');
  return isNames ? children.map((child) => String(child.value)) : undefined;
}

/** One criteria is taken out of its list; names are what shall be loaded below. What else there is has no place. */
function fixesOfList({ json, entity }: TypedNode, text: string, { world }: RuleContext): readonly Fix[] {
  const elements = json.children ?? [];
  const [first] = elements;
  if (first?.type === 'object' && elements.length === 1) {
    return [takeOut(text, json, first)];
  }
  const properties = world.schema.entity(entity ?? '')?.properties;
  const names = elements.map(({ value }) => String(value));
  const isLoadable = names.every((name) => properties?.get(name)?.kind === 'association');
  if (isLoadable && new Set(names).size === names.length) {
    const entries = names.map((name) => nestedEntry([name], '{}')).join(', ');
    const criteria = `{ "associations": { ${entries} } }`;
    return [{ title: t('Change to an object'), edits: [replaceNode(json, criteria)], preferred: true }];
  }
  return [{ title: t('Change to {0}', '{}'), edits: [replaceNode(json, '{}')] }];
}

/**
 * `[{"manufacturer": {}}, "tax"]` → `{"manufacturer": {}, "tax": {}}`, where every element says what to load. Comments
 * stay.
 */
export function mergedAssociations(
  { json, children, entity }: TypedNode,
  { document, world }: RuleContext,
): readonly Fix[] {
  const { text } = document.syntax;
  const properties = world.schema.entity(entity ?? '')?.properties;
  const names = children.flatMap(loadedBy);
  const isLoadable = names.every((name) => properties?.get(name)?.kind === 'association');
  if (!isLoadable || new Set(names).size < names.length) return [];
  const entries = children.flatMap((child) =>
    child.json.type === 'object'
      ? rebracket(text, child.json, '', '')
      : [replaceNode(child.json, nestedEntry([String(child.json.value)], '{}'))],
  );
  const edits = [...rebracket(text, json, '{ ', ' }'), ...entries];
  return [{ title: t('Change to an object'), edits, preferred: true }];
}

/** The associations that an element of a list names; what else it holds is none, and so has an empty name. */
function loadedBy({ json, children }: TypedNode): readonly string[] {
  if (typeof json.value === 'string') return [json.value];
  if (json.type !== 'object' || children.length === 0) return [''];
  return children.map(({ name = '', json: criteria }) => (criteria.type === 'object' ? name : ''));
}
