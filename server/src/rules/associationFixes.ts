import { t } from '@vscode/l10n';
import type { TypedNode } from '../criteria/typedTree.ts';
import { replaceNode, textOf } from './edits.ts';
import { nestedEntry } from './nestAssociation.ts';
import type { Fix, RuleContext } from './rule.ts';
import type { TableFault } from './tableFaults.ts';

/** What was meant by a text as `associations`, or by a list as the criteria of one; undefined for another fault. */
export function associationFixes({ owner, node, key }: TableFault, context: RuleContext): readonly Fix[] | undefined {
  const { text } = context.document.syntax;
  const isCriteria = owner.criteria === owner;
  if (isCriteria && key === 'associations' && node?.json.type === 'string') return fixesOfText(node);
  const isLoaded = owner.expected.is === 'map' && owner.expected.keys === 'association';
  if (!isLoaded || owner.json.type === 'array' || node?.json.type !== 'array') return undefined;
  return fixesOfList(node, text, context);
}

/** `"manufacturer, media.media"` → `{ "manufacturer": {}, "media": { "associations": { "media": {} } } }`. */
function fixesOfText({ json }: TypedNode): readonly Fix[] {
  const paths = String(json.value)
    .split(/[,|]/)
    .map((path) => path.trim().split('.'));
  const names = paths.map(([first = '']) => first);
  if (names.includes('') || new Set(names).size < names.length) return [];
  const entries = paths.map((path) => nestedEntry(path, '{}')).join(', ');
  return [{ title: t('Change to an object'), edits: [replaceNode(json, `{ ${entries} }`)], preferred: true }];
}

/** One criteria is taken out of its list; names are what shall be loaded below. What else there is has no place. */
function fixesOfList({ json, entity }: TypedNode, text: string, { world }: RuleContext): readonly Fix[] {
  const elements = json.children ?? [];
  const [first] = elements;
  if (first?.type === 'object' && elements.length === 1) {
    return [{ title: t('Take it out of the list'), edits: [replaceNode(json, textOf(text, first))], preferred: true }];
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

/** `[{"manufacturer": {}}, "tax"]` → `{"manufacturer": {}, "tax": {}}`, where every element says what to load. */
export function mergedAssociations(
  { json, children, entity }: TypedNode,
  { document, world }: RuleContext,
): readonly Fix[] {
  const { text } = document.syntax;
  const properties = world.schema.entity(entity ?? '')?.properties;
  const entries = children.flatMap((child) => entriesOf(child, text));
  const names = entries.map(({ name }) => name);
  const isLoadable = names.every((name) => properties?.get(name)?.kind === 'association');
  if (!isLoadable || new Set(names).size < names.length) return [];
  const merged = `{ ${entries.map((entry) => entry.text).join(', ')} }`;
  return [{ title: t('Change to an object'), edits: [replaceNode(json, merged)], preferred: true }];
}

interface Entry {
  readonly name: string;
  readonly text: string;
}

/** The associations that an element of a list names; what else it holds is none, and so has an empty name. */
function entriesOf({ json, children }: TypedNode, text: string): readonly Entry[] {
  if (typeof json.value === 'string') return [{ name: json.value, text: nestedEntry([json.value], '{}') }];
  if (json.type !== 'object') return [NO_ENTRY];
  return children.map((child) => {
    const entry = child.json.parent;
    return entry && child.json.type === 'object' ? { name: child.name ?? '', text: textOf(text, entry) } : NO_ENTRY;
  });
}

const NO_ENTRY: Entry = { name: '', text: '' };
