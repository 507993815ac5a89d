import type { Analysis } from '../../analysis/analyze.ts';
import { entriesOf, type JsonNode } from '../../criteria/syntax.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { ServerError } from '../../protocol.ts';
import type { PathSite, Problem } from '../../rules/rule.ts';
import { writtenPart } from '../../rules/writtenPart.ts';

/** Where an error of a shop stands. Offsets into the text. */
export interface LocatedFault {
  readonly start: number;
  readonly end: number;
  /** A diagnostic already says the same there. */
  readonly alreadyMarked: boolean;
  /** Nothing predicted this refusal of the body. */
  readonly unforeseen: boolean;
}

type Place = Pick<LocatedFault, 'start' | 'end'>;

/**
 * Finds the place of each error of a shop's answer. What the rules predicted is there already; of the others the
 * server's pointer is followed as far as it leads, and an unknown field is looked for in all paths, because the server
 * says only its last segment (reference, 5.1). What cannot be found is put at the beginning of the body.
 */
export function locateErrors(analysis: Analysis, errors: readonly ServerError[]): readonly LocatedFault[] {
  const free = new Set(analysis.problems.filter(({ server }) => server));
  return errors.map((error) => {
    const predicted = predictedBy([...free], error);
    if (predicted) {
      free.delete(predicted);
      return { start: predicted.start, end: predicted.end, alreadyMarked: true, unforeseen: false };
    }
    const place = placeOfPath(analysis, error) ?? placeOfPointer(analysis, error) ?? beginning(analysis);
    const alreadyMarked = isMarked(analysis.problems, place, error);
    return { ...place, alreadyMarked, unforeseen: !alreadyMarked && isUnforeseen(analysis, error) };
  });
}

/** Only the body can be foreseen: not credentials, rights, limits of traffic and what is broken elsewhere. */
const ABOUT_THE_BODY = ['400', '404', '500'];

function isUnforeseen({ prediction }: Analysis, { status, code }: ServerError): boolean {
  return ABOUT_THE_BODY.includes(status) && !prediction?.errors.some((error) => error.code === code);
}

/** The problem with the same code; if several have it, the one with the same pointer and text. */
function predictedBy(problems: readonly Problem[], { code, pointer, detail }: ServerError): Problem | undefined {
  const same = problems.filter(({ server }) => server?.refusal.code === code);
  const byPointer = same.filter(({ server }) => server?.refusal.pointer === pointer);
  return byPointer.find(({ server }) => server?.refusal.detail === detail) ?? byPointer[0];
}

function isMarked(problems: readonly Problem[], { start, end }: Place, { code }: ServerError): boolean {
  return problems.some(
    (problem) => problem.server?.refusal.code === code && problem.start <= end && problem.end >= start,
  );
}

const FIELD_IN_ENTITY = /Field "(?<field>[^"]*)" in entity "(?<entity>[^"]*)"/;
const ACCESSOR =
  /Accessor (?<path>\S+) is not allowed|property "?(?<property>[\w.]+)"?|Field (?<runtime>[\w.]+) is a Runtime/;

/** The path that the error's text speaks of. */
function placeOfPath(analysis: Analysis, { detail = '' }: ServerError): Place | undefined {
  const named = FIELD_IN_ENTITY.exec(detail)?.groups;
  const other = ACCESSOR.exec(detail)?.groups;
  const { root } = analysis.document;
  if (!root || (!named && !other)) return undefined;
  const sites = [...nodesOf(root)].flatMap((node) => analysis.sites(node));
  const site = named
    ? sites.find((candidate) => isUnmapped(candidate, named))
    : sites.find(({ path }) => path.text === other?.path || endsWith(path.text, other?.property ?? other?.runtime));
  return site && placeOfSite(site, named?.entity);
}

function endsWith(path: string, name: string | undefined): boolean {
  return name !== undefined && path.split('.').includes(name);
}

/** The server names the last segment of the path and the entity where its walk ended. */
function isUnmapped({ path }: PathSite, { field, entity }: Readonly<Record<string, string>>): boolean {
  return path.text.split('.').at(-1) === field && path.segments.some((segment) => segment.entity === entity);
}

function placeOfSite(site: PathSite, entity: string | undefined): Place {
  const segment = site.path.segments.findLast((candidate) => entity !== undefined && candidate.entity === entity);
  const written = segment && writtenPart(site, segment.start, segment.end);
  return written ? { start: written.start, end: written.end } : spanOf(site.json);
}

function* nodesOf(node: TypedNode): Generator<TypedNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

/** Follows the pointer as far as it leads: the server also names keys that are not there (reference, sections 3, 4). */
function placeOfPointer({ document }: Analysis, { pointer }: ServerError): Place | undefined {
  const root = document.root?.json;
  if (!root || pointer === undefined || pointer === '') return undefined;
  let json = root;
  for (const part of pointer.split('/').slice(1).map(unescapePart)) {
    const inner = memberOf(json, part);
    if (!inner) break;
    json = inner;
  }
  return json === root ? undefined : spanOf(json);
}

function memberOf(json: JsonNode, name: string): JsonNode | undefined {
  if (json.type === 'array') return json.children?.[Number(name)];
  return json.type === 'object' ? entriesOf(json).findLast((entry) => entry.name === name)?.value : undefined;
}

function unescapePart(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function spanOf({ offset, length, type }: JsonNode): Place {
  return { start: offset, end: type === 'object' || type === 'array' ? offset + 1 : offset + length };
}

function beginning({ document }: Analysis): Place {
  const start = document.root?.json.offset ?? 0;
  return { start, end: Math.min(start + 1, document.syntax.text.length) };
}
