import type { Analysis } from '../../analysis/analyze.ts';
import type { Directive } from '../../criteria/directives.ts';
import { PAGES } from '../../criteria/grammar/pages.ts';
import { RULES } from '../../rules/index.ts';
import { readRoute } from '../../schema/routePath.ts';
import { storeRouteAt } from '../../shopware/routes.ts';
import { mentionsIn } from '../mentions/mentions.ts';

/** A stretch of the text that leads somewhere; offsets into the text. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly to: LinkTarget;
}

/** The page of an entity, the page of a rule, or an address of the web. */
export type LinkTarget = { readonly entity: string } | { readonly rule: string } | { readonly url: string };

/** Links of a document: entities that are named as such, rules that are silenced, headers of the request. */
export function links(analysis: Analysis): readonly Link[] {
  const { directives } = analysis.document;
  const entities = mentionsIn(analysis)
    .filter(({ property }) => property === undefined)
    .map(({ entity, start, end }) => ({ start, end, to: { entity } }));
  const others = directives.flatMap(({ name, value, valueStart: start }): readonly Link[] => {
    const word = /^[\w-]+/.exec(value)?.[0] ?? '';
    const end = start + word.length;
    if (name.startsWith('disable')) return isRule(word) ? [{ start, end, to: { rule: word } }] : [];
    return name === 'header' && word !== '' ? [{ start, end, to: { url: PAGES.headers } }] : [];
  });
  return [...entities, ...others, ...directives.flatMap((directive) => inRoute(directive, analysis))].sort(
    (a, b) => a.start - b.start,
  );
}

/** Each step of a route leads to the entity that it reaches, a route of the Store API to the one that it lists. */
function inRoute({ name, value, valueStart, valueEnd }: Directive, { world }: Analysis): readonly Link[] {
  if (name !== 'path') return [];
  const listed = storeRouteAt(value)?.entity;
  if (listed !== undefined) return [{ start: valueStart, end: valueEnd, to: { entity: listed } }];
  return (readRoute(value, world.schema)?.parts ?? []).flatMap(({ association, start, end }) =>
    association ? [{ start: valueStart + start, end: valueStart + end, to: { entity: association.entity } }] : [],
  );
}

function isRule(code: string): boolean {
  return RULES.some(({ meta }) => meta.code === code);
}
