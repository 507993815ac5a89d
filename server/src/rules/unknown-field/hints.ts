import { t } from '@vscode/l10n';
import type { World } from '../../analysis/world.ts';
import { keyOf } from '../../criteria/typedTree.ts';
import { memberOf } from '../conditions.ts';
import { addEntry, replaceJson } from '../edits.ts';
import { oneOf, suggestion } from '../messages.ts';
import { changePath, type RefusedPath } from '../pathRule.ts';
import { pathMeant, pathsMeant, requestAt } from '../pathsMeant.ts';
import type { Fix, RuleContext } from '../rule.ts';
import { sortingWritten, type WrittenSorting } from '../sortingWritten.ts';

/** What the author may have meant: the end of a message, and the edits. */
interface Hint {
  readonly text: string;
  readonly fixes: () => readonly Fix[];
}

/** An order that is written into the field, a path that began too far out, or what a name stands for. */
export function hintsFor(site: RefusedPath, context: RuleContext): Hint | undefined {
  const { world } = context;
  return sortingHint(site, context) ?? outerHint(site, world) ?? nameHint(site, world);
}

function nameHint(site: RefusedPath, world: World): Hint | undefined {
  const meant = pathsMeant(requestAt(site, site.path.text), world).slice(0, MOST);
  if (meant.length === 0) return undefined;
  return {
    text: ` ${t('Did you mean {0}?', oneOf(meant.map(({ shown }) => shown)))}`,
    fixes: () => meant.flatMap(({ text, isClear }) => changePath(site, text, isClear)),
  };
}

/** More than a few guesses say nothing. */
const MOST = 3;

/** A minus or a word that says the order: a text of sortings takes a minus only, an object neither. */
function sortingHint(site: RefusedPath, { world, document }: RuleContext): Hint | undefined {
  const { node, path, sent } = site;
  if (node.expected.is === 'sortText' && SEVERAL.test(path.text)) return severalHint(site, world);
  const written = sortingWritten(path.text);
  if (!written || written.field === path.text) return undefined;
  const meant = pathMeant(requestAt(site, written.field), world);
  const sorting: Sorting = { ...written, field: meant ?? written.field, isTaken: meant !== undefined };
  if (node.expected.is === 'sortText') return textHint(site, sorting);
  const hasOrder = node.name === 'field' && node.parent !== undefined && keyOf(node.parent, 'order') !== undefined;
  if (!hasOrder || written.order === undefined || sent.filled.length > 0) return undefined;
  return objectHint(site, sorting, document.syntax.text);
}

/** Sortings with spaces between them; `name desc` is one. */
const SEVERAL = /^\w[\w.]*(?:\s+-?\w[\w.]*)*\s+(?!(?:asc|desc)(?:ending)?$)-?\w[\w.]*$/i;

/** `"-name -stock"` → `"-name,-stock"`, where the shop takes each of them. */
function severalHint(site: RefusedPath, world: World): Hint | undefined {
  const paths = site.path.text.split(/\s+/).map((part) => {
    const minus = part.startsWith('-') ? '-' : '';
    const meant = pathMeant(requestAt(site, part.slice(minus.length)), world);
    return meant === undefined ? undefined : minus + meant;
  });
  if (!paths.every((path) => path !== undefined)) return undefined;
  const meant = paths.join(',');
  return { text: suggestion(meant), fixes: () => changePath(site, meant) };
}

/** What a sorting in one text says. */
interface Sorting extends WrittenSorting {
  /** Whether the shop takes the field. */
  readonly isTaken: boolean;
}

/** In a text of sortings a minus is descending: `name desc` is the name of a field. */
function textHint(site: RefusedPath, { field, order, isTaken }: Sorting): Hint {
  const hasMinus = site.sent.text.charAt(site.offset - 1) === '-';
  const meant = order === 'DESC' && !hasMinus ? `-${field}` : field;
  return { text: suggestion(meant), fixes: () => changePath(site, meant, isTaken) };
}

/** `{ "field": "-name" }` → `{ "field": "name", "order": "DESC" }`; an order that is there says the same or is left. */
function objectHint({ node, json }: RefusedPath, { field, order, isTaken }: Sorting, text: string): Hint {
  const { parent } = node;
  const present = parent && memberOf(parent, 'order');
  const isSame = present === undefined || String(present.json.value).toUpperCase() === order;
  const entry = `"order": "${order}"`;
  const edits = [replaceJson(json, field), ...(parent && !present ? addEntry(text, parent.json, entry) : [])];
  const title = present ? t('Change to "{0}"', field) : t('Change to {0}', `"${field}", ${entry}`);
  return {
    text: ` ${t('Did you mean "{0}" with {1}?', field, entry)}`,
    fixes: () => [{ title, edits, preferred: isTaken && isSame }],
  };
}

/** Inside an association paths start at its own entity, not at the one that is searched. */
function outerHint(site: RefusedPath, world: World): Hint | undefined {
  const { path, refused, segment, node } = site;
  const { criteria } = node;
  const outer = world.schema.entity(criteria.parent?.entity ?? '');
  if (!outer || refused.segment > 0) return undefined;
  const start = criteria.entity ?? '';
  const [first, ...rest] = path.segments.map(({ text }) => text);
  const inner = first === criteria.name ? pathMeant(requestAt(site, rest.join('.')), world) : undefined;
  if (inner !== undefined) {
    return {
      text: ` ${t('Paths start at {0} here: "{1}".', start, inner)}`,
      fixes: () => changePath(site, inner),
    };
  }
  if (!outer.properties.has(segment.text)) return undefined;
  return { text: ` ${t('Paths start at {0} here; it is one of {1}.', start, outer.name)}`, fixes: () => [] };
}
