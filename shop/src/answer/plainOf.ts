import { isRecord, type JsonRecord, recordOf } from '../json.ts';

/** What a row is referred to by. */
interface Reference {
  readonly type: string;
  readonly id: string;
}

/** A row of a JSON:API answer, in `data` or in `included` (reference, section 6). */
interface Resource extends Reference {
  readonly attributes: JsonRecord;
  /** By association: `{"data": reference}`, null or a list of references. */
  readonly relationships: JsonRecord;
}

/** The rows of an answer by type and id, and how far each is from the root. */
interface Resources {
  readonly byKey: ReadonlyMap<string, Resource>;
  readonly distance: ReadonlyMap<Resource, number>;
}

/**
 * An answer in the form of JSON:API (`application/vnd.api+json`) as the same answer in plain JSON: `total`, `data` with
 * the associated rows joined from `included`, `aggregations`. Anything else comes back as it is.
 *
 * JSON:API sends each row once, whatever refers to it, so joining could go round in circles: a row has its associations
 * where it stands nearest to the root, and comes without them further away. An empty list says, unlike in plain JSON,
 * nothing about whether the association was asked for.
 */
export function plainOf(answer: unknown): unknown {
  if (!isRecord(answer)) return answer;
  const roots = rootsOf(answer);
  if (roots === null) return answer;
  const rowOf = rowMaker(resourcesOf(roots, answer.included));
  const rows = roots.map(rowOf);
  const { total } = recordOf(answer.meta);
  return {
    ...(total !== undefined && { total }),
    data: Array.isArray(answer.data) ? rows : rows[0],
    ...('aggregations' in answer && { aggregations: answer.aggregations }),
  };
}

/** The rows of `data`; null for an answer that is none of JSON:API. */
function rootsOf({ data, meta }: JsonRecord): readonly Resource[] | null {
  const list = Array.isArray(data) ? data : [data];
  const roots = list.map(resourceOf).filter((resource) => resource !== null);
  if (roots.length !== list.length) return null;
  return roots.length > 0 || isRecord(meta) ? roots : null;
}

function resourceOf(value: unknown): Resource | null {
  if (!isRecord(value) || !('attributes' in value)) return null;
  const { type, id, attributes, relationships } = value;
  if (typeof type !== 'string' || typeof id !== 'string') return null;
  return { type, id, attributes: recordOf(attributes), relationships: recordOf(relationships) };
}

function resourcesOf(roots: readonly Resource[], included: unknown): Resources {
  const others = (Array.isArray(included) ? included : []).map(resourceOf).filter((resource) => resource !== null);
  const byKey = new Map([...roots, ...others].map((resource) => [keyOf(resource), resource]));
  const distance = new Map<Resource, number>();
  let level = new Set(roots);
  for (let steps = 0; level.size > 0; steps++) {
    for (const resource of level) distance.set(resource, steps);
    const next = [...level].flatMap(referencesOf).flatMap((reference) => byKey.get(keyOf(reference)) ?? []);
    level = new Set(next.filter((resource) => !distance.has(resource)));
  }
  return { byKey, distance };
}

/** Makes rows of resources, each one once: rows share what they refer to. */
function rowMaker({ byKey, distance }: Resources): (resource: Resource) => JsonRecord {
  const made = new Map<Resource, JsonRecord>();

  function rowOf(resource: Resource): JsonRecord {
    const row = made.get(resource) ?? { ...valuesOf(resource), ...associationsOf(resource) };
    made.set(resource, row);
    return row;
  }

  function associationsOf(resource: Resource): JsonRecord {
    const steps = distance.get(resource) ?? 0;
    const associated = (reference: unknown): JsonRecord | null => {
      if (!isReference(reference)) return null;
      const target = byKey.get(keyOf(reference));
      if (target === undefined) return valuesOf(reference);
      return (distance.get(target) ?? 0) > steps ? rowOf(target) : valuesOf(target);
    };
    return Object.fromEntries(
      Object.entries(resource.relationships).map(([name, relationship]) => {
        const { data } = recordOf(relationship);
        return [name, Array.isArray(data) ? data.map(associated) : associated(data)];
      }),
    );
  }

  return rowOf;
}

/** What a row holds itself. The name of the entity is `type`: `apiAlias` may be wrong in this form. */
function valuesOf({ type, id, attributes }: Reference & { readonly attributes?: JsonRecord }): JsonRecord {
  return type === 'extension' ? { ...attributes } : { ...attributes, id, apiAlias: type };
}

function referencesOf({ relationships }: Resource): readonly Reference[] {
  return Object.values(relationships)
    .flatMap((relationship) => recordOf(relationship).data)
    .filter(isReference);
}

function isReference(value: unknown): value is Reference {
  return isRecord(value) && typeof value.type === 'string' && typeof value.id === 'string';
}

function keyOf({ type, id }: Reference): string {
  return `${type} ${id}`;
}
