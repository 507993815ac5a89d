import { t } from '@vscode/l10n';
import type { CriteriaDocument } from '../criteria/document.ts';
import type { Api, EntitySchema } from '../schema/entitySchema.ts';
import { defaultRoute } from '../shopware/routes.ts';
import { changeDirective } from './edits.ts';
import type { Finding, Fix } from './rule.ts';

/** Where a document is sent: its own path, else that of its entity; undefined where neither tells (contract, section 1). */
export function routeOf({ values, entity }: Pick<CriteriaDocument, 'values' | 'entity'>, api: Api): string | undefined {
  return values.path ?? (entity === undefined ? undefined : defaultRoute(api, entity));
}

export type RouteKind = 'search' | 'search-ids' | 'aggregate' | 'list' | 'other';

/**
 * What kind of Admin API route a document goes to: `list` are `/api/product` and what stands below it, where a GET reads
 * (reference, section 1); `other` for a path that is none of them.
 */
export function searchRoute(document: CriteriaDocument): RouteKind {
  const { path } = document.values;
  if (path === undefined) return 'search';
  const match = /^\/api\/(search|search-ids|aggregate)\//.exec(path);
  const kind = match?.[1];
  if (kind === 'search' || kind === 'search-ids' || kind === 'aggregate') return kind;
  return LIST.test(path) ? 'list' : 'other';
}

/** A name without an underscore in front, as `_info` and `_action` have one; a token comes from `oauth`. */
const LIST = /^\/api\/(?!oauth\/)[a-z][a-z0-9-]*(?:\/|$)/;

/** Mapping entities that fail differently: the shop misses a version field (reference, section 1). */
export const WITHOUT_VERSION: readonly string[] = ['media_tag', 'rule_tag'];

/** Whether a route fails on an entity whatever is asked, as most do on mapping entities (section 1). */
export function refusesEntity(route: RouteKind, entity: string, schema: EntitySchema): boolean {
  if (!schema.isMapping(entity)) return false;
  return route === 'search' || route === 'list' || (route === 'search-ids' && WITHOUT_VERSION.includes(entity));
}

/** Where a problem of a directive is marked: at its value, else at the start of the body. */
export function directiveSpan(document: CriteriaDocument, name: string): Pick<Finding, 'start' | 'end' | 'pointer'> {
  const directive = document.directives.findLast((candidate) => candidate.name === name);
  if (directive) {
    const hasValue = directive.valueEnd > directive.valueStart;
    return {
      start: hasValue ? directive.valueStart : directive.nameStart,
      end: hasValue ? directive.valueEnd : directive.nameEnd,
      pointer: null,
    };
  }
  const start = document.syntax.root?.offset ?? 0;
  return { start, end: Math.min(start + 1, document.syntax.text.length), pointer: '' };
}

/** Puts the value that was meant into a directive; nothing where the document has none of that name. */
export function changeFixes({ directives }: CriteriaDocument, name: string, meant: string | undefined): readonly Fix[] {
  const directive = directives.findLast((candidate) => candidate.name === name);
  if (meant === undefined || !directive) return [];
  return [{ title: t('Change to "{0}"', meant), edits: [changeDirective(directive, meant)], preferred: true }];
}
