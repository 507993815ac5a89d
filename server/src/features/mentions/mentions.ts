import type { Analysis } from '../../analysis/analyze.ts';
import { pathSiteFinder } from '../../analysis/pathSites.ts';
import type { Directive } from '../../criteria/directives.ts';
import type { JsonNode } from '../../criteria/syntax.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { PathSite } from '../../rules/rule.ts';
import type { EntitySchema } from '../../schema/entitySchema.ts';
import { readRoute } from '../../schema/routePath.ts';
import { segmentsOf } from '../reading/nodeAt.ts';
import { type Span, variableNamedAt, variableSpans } from '../variables/variables.ts';

/** A place that names an entity, or a property of one; offsets into the text. */
export interface Mention {
  readonly entity: string;
  /** Undefined where the entity itself is named. */
  readonly property: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** Every place in a document that names something of the schema, in the order of the text. Needs no rules. */
export function mentionsIn({ document, world }: Pick<Analysis, 'document' | 'world'>): readonly Mention[] {
  const { schema } = world;
  const sitesOf = pathSiteFinder({ document, world });
  const inDirectives = document.directives.flatMap((directive) => inDirective(directive, schema));
  const below = (node: TypedNode): readonly Mention[] => [
    ...inKey(node, world),
    ...sitesOf(node).flatMap(inPath),
    ...inValue(node, world),
    ...node.children.flatMap(below),
  ];
  return [...inDirectives, ...(document.root ? below(document.root) : [])];
}

/** What is named at an offset; where two names touch, the one that begins there. */
export function mentionAt(analysis: Analysis, offset: number): Mention | undefined {
  return mentionsIn(analysis).findLast(({ start, end }) => offset >= start && offset <= end);
}

/** Whether two places name the same thing; the documents must belong to the same kind of shop. */
export function namesSame(a: Mention, b: Mention): boolean {
  return a.entity === b.entity && a.property === b.property;
}

/** The places in a document that name the same thing as the one at an offset, with it; also a variable. */
export function highlights(analysis: Analysis, offset: number): readonly Span[] {
  const variable = variableNamedAt(analysis, offset);
  if (variable) return variableSpans(analysis, variable);
  const wanted = mentionAt(analysis, offset);
  return wanted ? mentionsIn(analysis).filter((mention) => namesSame(mention, wanted)) : [];
}

function inDirective(
  { name, value, valueStart: start, valueEnd: end }: Directive,
  schema: EntitySchema,
): readonly Mention[] {
  const entity = value.replaceAll('-', '_');
  if (name === 'entity') return schema.has(entity) ? [{ entity, property: undefined, start, end }] : [];
  const parts = name === 'path' ? (readRoute(value, schema)?.parts ?? []) : [];
  return parts.flatMap(({ role, fault, entity, association, start: from, end: to }): readonly Mention[] => {
    if (fault !== undefined || (role !== 'entity' && role !== 'association')) return [];
    return [{ entity, property: association?.name, start: start + from, end: start + to }];
  });
}

function inPath(site: PathSite): readonly Mention[] {
  return segmentsOf(site).flatMap(({ segment, start, end }): readonly Mention[] => {
    const { role, entity, property } = segment;
    if (entity === undefined) return [];
    if (role === 'prefix') return [{ entity, property: undefined, start, end }];
    return property ? [{ entity, property: property.name, start, end }] : [];
  });
}

/** An association that is loaded, or an entity whose properties are chosen. */
function inKey({ parent, keyNode, name, association }: TypedNode, { schema }: Analysis['world']): readonly Mention[] {
  if (!keyNode || parent?.expected.is !== 'map') return [];
  const { keys } = parent.expected;
  if (association && parent.entity !== undefined) return [mention(keyNode, parent.entity, association.name)];
  return keys === 'alias' && name !== undefined && schema.has(name) ? [mention(keyNode, name)] : [];
}

function inValue({ expected, json, parent }: TypedNode, { schema }: Analysis['world']): readonly Mention[] {
  const text = String(json.value);
  if (expected.is === 'entityName' && schema.has(text)) return [mention(json, text)];
  if (expected.is !== 'property') return [];
  const entity = schema.entity(parent?.name ?? '');
  return entity?.properties.has(text) ? [mention(json, entity.name, text)] : [];
}

/** Without the quotes. */
function mention({ offset, length }: JsonNode, entity: string, property?: string): Mention {
  return { entity, property, start: offset + 1, end: offset + length - 1 };
}
