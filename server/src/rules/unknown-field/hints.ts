import { t } from '@vscode/l10n';
import type { World } from '../../analysis/world.ts';
import { oneOf, suggestion } from '../messages.ts';
import { changePath, type RefusedPath, withSegment } from '../pathRule.ts';
import { pathsMeant, propertyMeant } from '../propertyMeant.ts';
import type { Fix } from '../rule.ts';
import { sortingWritten } from '../sortingWritten.ts';

/** What the author may have meant: the end of a message, and the edits. */
interface Hint {
  readonly text: string;
  readonly fixes: () => readonly Fix[];
}

/** The nearest name, a path that began too far out, or the same name one association further. */
export function hintsFor(site: RefusedPath, world: World): Hint | undefined {
  const { path, refused, segment } = site;
  const entity = world.schema.entity(segment.entity ?? '');
  if (!entity) return undefined;
  const sorting = sortingHint(site);
  if (sorting) return sorting;
  const outer = outerHint(site, world);
  if (outer) return outer;
  const meant = propertyMeant(segment.text, entity);
  if (meant !== undefined) {
    return { text: suggestion(meant), fixes: () => changePath(site, withSegment(path, refused.segment, meant)) };
  }
  const isLast = refused.segment === path.segments.length - 1;
  const further = isLast ? pathsMeant(segment.text, entity, world.schema).slice(0, 3) : [];
  if (further.length === 0) return undefined;
  const isClear = further.length === 1 && further.every(({ toMany }) => !toMany);
  return {
    text: ` ${t('Did you mean {0}?', oneOf(further.map((way) => way.path)))}`,
    fixes: () => further.flatMap((way) => changePath(site, withSegment(path, refused.segment, way.path), isClear)),
  };
}

/** In a text of sortings a minus is descending: `name desc` is the name of a field. */
function sortingHint(site: RefusedPath): Hint | undefined {
  const { node, path, sent, offset } = site;
  const written = node.expected.is === 'sortText' ? sortingWritten(path.text) : undefined;
  if (!written || written.field === path.text) return undefined;
  const hasMinus = sent.text.charAt(offset - 1) === '-';
  const meant = written.order === 'DESC' && !hasMinus ? `-${written.field}` : written.field;
  return { text: suggestion(meant), fixes: () => changePath(site, meant) };
}

/** Inside an association paths start at its own entity, not at the one that is searched. */
function outerHint({ path, refused, segment, node, ...site }: RefusedPath, world: World): Hint | undefined {
  const { criteria } = node;
  const outer = world.schema.entity(criteria.parent?.entity ?? '');
  if (!outer || refused.segment > 0) return undefined;
  const start = criteria.entity ?? '';
  const [first, ...rest] = path.segments.map(({ text }) => text);
  if (first === criteria.name && rest.length > 0) {
    const inner = rest.join('.');
    return {
      text: ` ${t('Paths start at {0} here: "{1}".', start, inner)}`,
      fixes: () => changePath({ ...site, path, node }, inner),
    };
  }
  if (!outer.properties.has(segment.text) || propertyMeant(segment.text, outer) === undefined) return undefined;
  return { text: ` ${t('Paths start at {0} here; it is one of {1}.', start, outer.name)}`, fixes: () => [] };
}
