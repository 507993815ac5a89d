import { has } from '../shopware/changes.ts';
import type { Refusal } from '../shopware/refusal.ts';
import type { ShopwareVersion } from '../shopware/version.ts';
import type { Api, Association, Entity, EntitySchema, Field, Property } from './entitySchema.ts';
import { accessFault } from './pathAccess.ts';
import { brokenJoin, storeOnlyField } from './pathExceptions.ts';
import { accessorMissing, accessorNotAllowed, columnMissing, fullTextOf, unmapped } from './pathRefusals.ts';

/** Where a path stands. `filter` also means post-filter, query and the filter of a filter aggregation. */
export type PathUse = 'filter' | 'sort' | 'grouping' | 'aggregation' | 'aggregationSort' | 'score';

export interface PathRequest {
  readonly text: string;
  /** The entity at which the path starts. */
  readonly root: string;
  readonly use: PathUse;
}

/** What a path is resolved against. */
export interface PathContext {
  readonly schema: EntitySchema;
  readonly api: Api;
  readonly version: ShopwareVersion;
}

/** One part between dots. `start` and `end` are offsets into the path's text (UTF-16). */
export interface PathSegment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The entity in which the segment is looked up; undefined once the walk has left the schema. */
  readonly entity: string | undefined;
  readonly role: 'prefix' | 'extensions' | 'property' | 'rest' | 'unknown';
  readonly property?: Property;
}

/** Why the shop refuses a path. */
export type PathFault =
  | 'unknown'
  | 'association-leaf'
  | 'runtime'
  | 'not-readable'
  | 'store-only'
  | 'broken-join'
  | 'unknown-root';

export interface PathRefusal {
  readonly fault: PathFault;
  /** Index of the segment at fault. */
  readonly segment: number;
  readonly refusal: Refusal;
}

export interface ResolvedPath {
  readonly text: string;
  /** With the entity where it starts in front, as the shop's texts name it. */
  readonly fullText: string;
  readonly segments: readonly PathSegment[];
  /** What stands at the end: the column that is compared, or the association that cannot be. */
  readonly target: Property | undefined;
  /** The entity that `target` belongs to. */
  readonly targetEntity: string | undefined;
  /** Joined on the way, in order. */
  readonly associations: readonly Association[];
  /** Those up to the first that leads to many rows; undefined where none does. */
  readonly firstToMany: readonly Association[] | undefined;
  /** What follows a plain property: a JSON or price path, or text that the server throws away (5.1, step B 4). */
  readonly rest: readonly PathSegment[];
  /** The first refusal in the server's order: step A (access) before step B (columns), then the database. */
  readonly refused: PathRefusal | undefined;
}

/**
 * Walks a field path as the server does (reference, section 5.1; ApiCriteriaValidator, EntityDefinitionQueryHelper).
 * Pure: the same request gives the same result. The path of a half-typed text resolves as far as it goes.
 */
export function resolvePath(request: PathRequest, context: PathContext): ResolvedPath {
  const walk = new Walk(request, context);
  return walk.resolve();
}

class Walk {
  readonly #request: PathRequest;
  readonly #context: PathContext;
  readonly #segments: PathSegment[] = [];
  readonly #associations: Association[] = [];
  readonly #rest: PathSegment[] = [];
  #access: PathRefusal | undefined;
  #column: PathRefusal | undefined;
  /** What only the database refuses. */
  #broken: PathRefusal | undefined;
  #target: Property | undefined;
  #targetEntity: string | undefined;
  /** The foreign key that answers for the end of the path, and where that begins (step 0). */
  #foreignKey: { readonly index: number; readonly field: Field } | undefined;

  constructor(request: PathRequest, context: PathContext) {
    this.#request = request;
    this.#context = context;
  }

  resolve(): ResolvedPath {
    const parts = split(this.#request.text);
    const first = this.#skipPrefix(parts);
    this.#walk(parts, first);
    this.#checkAccess(parts, first);
    return {
      text: this.#request.text,
      fullText: fullTextOf(this.#request),
      segments: this.#segments,
      target: this.#target,
      targetEntity: this.#targetEntity,
      associations: this.#associations,
      firstToMany: this.#firstToMany(),
      rest: this.#rest,
      refused: this.#access ?? this.#column ?? this.#broken,
    };
  }

  #skipPrefix(parts: readonly Part[]): number {
    const [first] = parts;
    if (!first || parts.length < 2 || first.text !== this.#request.root) return 0;
    this.#segments.push({ ...first, entity: this.#request.root, role: 'prefix' });
    return 1;
  }

  #walk(parts: readonly Part[], from: number): void {
    let entityName: string | undefined = this.#request.root;
    for (let index = from; index < parts.length; index++) {
      const part = parts[index];
      if (!part) return;
      const isLast = index === parts.length - 1;
      if (part.text === 'extensions' && !isLast) {
        this.#segments.push({ ...part, entity: entityName, role: 'extensions' });
        continue;
      }
      const entity: Entity | undefined = entityName === undefined ? undefined : this.#context.schema.entity(entityName);
      if (!entity) {
        this.#leaveSchema(parts.slice(index), entityName);
        return;
      }
      const foreignKey = this.#foreignKeyFor(entity, parts, index);
      if (foreignKey && entity.properties.get(part.text)?.kind !== 'association') {
        this.#finishAtForeignKey(entity, foreignKey, parts.slice(index));
        return;
      }
      const property = this.#lookUp(entity, part, isLast);
      if (!property) return;
      if (property.kind === 'field') {
        this.#finishAtField(entity, property, parts.slice(index + 1));
        return;
      }
      this.#cross(entity, property, isLast, foreignKey !== undefined);
      entityName = property.entity;
    }
  }

  /** The target of an association that the schema does not hold: the shop knows it, so the path is let pass. */
  #leaveSchema(parts: readonly Part[], entity: string | undefined): void {
    this.#segments.push(...parts.map((part) => ({ ...part, entity, role: 'unknown' as const })));
    if (entity === this.#request.root) {
      this.#column ??= this.#refuse('unknown-root', 0, unmapped(entity, this.#request, this.#context.version));
    }
  }

  #lookUp(entity: Entity, part: Part, isLast: boolean): Property | undefined {
    const property = entity.properties.get(part.text);
    if (property) {
      this.#segments.push({ ...part, entity: entity.name, role: 'property', property });
      return property;
    }
    this.#segments.push({ ...part, entity: entity.name, role: 'unknown' });
    const index = this.#segments.length - 1;
    const storeOnly = this.#context.api === 'store' ? storeOnlyField(entity.name, part.text) : undefined;
    if (storeOnly) {
      this.#refuseStoreOnly(storeOnly, index);
    } else {
      this.#column ??= this.#refuse('unknown', index, unmapped(entity.name, this.#request, this.#context.version));
    }
    if (!isLast)
      this.#segments.push(
        ...split(this.#request.text)
          .slice(index + 1)
          .map(beyond),
      );
    return undefined;
  }

  /** Fields that only the Store API's definitions add (section 11). */
  #refuseStoreOnly(field: 'filterable' | 'runtime' | 'association', index: number): void {
    const { version } = this.#context;
    if (field === 'filterable') {
      if (this.#request.use === 'filter' && !has(version, 'storePriceFilter')) {
        this.#access = this.#refuse('not-readable', index, accessorNotAllowed(this.#request));
      }
      return;
    }
    this.#column ??= this.#refuse(
      'store-only',
      index,
      field === 'association'
        ? accessorMissing(this.#segments[index]?.text ?? '', this.#request, version)
        : columnMissing(`Unknown column '${this.#request.text}' in 'WHERE'`, this.#request, version),
    );
  }

  #cross(entity: Entity, association: Association, isLast: boolean, isForeignKey: boolean): void {
    const index = this.#segments.length - 1;
    if (isLast) {
      this.#target = association;
      this.#targetEntity = entity.name;
      this.#column ??= this.#refuse(
        'association-leaf',
        index,
        accessorMissing(association.name, this.#request, this.#context.version),
      );
      return;
    }
    if (isForeignKey) return;
    this.#associations.push(association);
    const broken = brokenJoin(this.#context.version, entity.name, association.name);
    if (broken) {
      this.#broken ??= this.#refuse('broken-join', index, columnMissing(broken, this.#request, this.#context.version));
    }
  }

  /**
   * Step 0: since 6.7.3 `manufacturer.id` in a filter is answered from `manufacturerId`, without a join. It is the
   * foreign key that counts, whether or not there is an association of that name; behind `extensions.` none is looked
   * for (QueryStringParser::normalizeAssociationId).
   */
  #foreignKeyFor(entity: Entity, parts: readonly Part[], index: number): Field | undefined {
    if (this.#request.use !== 'filter' || index !== parts.length - 2 || parts[index + 1]?.text !== 'id')
      return undefined;
    if (!has(this.#context.version, 'foreignKeyForId')) return undefined;
    if (this.#segments.some(({ role }) => role === 'extensions')) return undefined;
    const field = entity.properties.get(`${parts[index]?.text}Id`);
    if (field?.kind !== 'field' || field.type !== 'uuid') return undefined;
    this.#foreignKey = { index, field };
    return field;
  }

  #finishAtForeignKey(entity: Entity, foreignKey: Field, parts: readonly Part[]): void {
    this.#target = foreignKey;
    this.#targetEntity = entity.name;
    for (const part of parts) {
      this.#segments.push({ ...part, entity: entity.name, role: 'property', property: foreignKey });
    }
  }

  #finishAtField(entity: Entity, field: Field, rest: readonly Part[]): void {
    this.#target = field;
    this.#targetEntity = entity.name;
    for (const part of rest) {
      const segment: PathSegment = { ...part, entity: undefined, role: 'rest' };
      this.#segments.push(segment);
      this.#rest.push(segment);
    }
  }

  #checkAccess(parts: readonly Part[], first: number): void {
    const found = accessFault({ parts, first, foreignKey: this.#foreignKey }, this.#request, this.#context);
    if (!found) return;
    const { fault, index, entity, property, refusal } = found;
    this.#access ??= this.#refuse(fault, index, refusal);
    // Behind a name that the walk does not know, step A still knows where it looks.
    const segment = this.#segments[index];
    if (segment) this.#segments[index] = { ...segment, entity, property };
  }

  #firstToMany(): readonly Association[] | undefined {
    const index = this.#associations.findIndex(({ toMany }) => toMany);
    return index < 0 ? undefined : this.#associations.slice(0, index + 1);
  }

  #refuse(fault: PathFault, segment: number, refusal: Refusal): PathRefusal {
    return { fault, segment, refusal };
  }
}

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function split(text: string): readonly Part[] {
  let start = 0;
  return text.split('.').map((part) => {
    const piece = { text: part, start, end: start + part.length };
    start = piece.end + 1;
    return piece;
  });
}

function beyond(part: Part): PathSegment {
  return { ...part, entity: undefined, role: 'unknown' };
}
