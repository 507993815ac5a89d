import type { Association, EntitySchema } from './entitySchema.ts';

/** A route of the Admin API that takes a criteria, part by part (reference, section 1). */
export interface RoutePath {
  readonly action: 'search' | 'search-ids' | 'aggregate';
  readonly parts: readonly RoutePart[];
  /** The entity at the end, which the criteria searches; undefined where a fault hides it. */
  readonly entity: string | undefined;
}

/** What stands between slashes behind the action; offsets into the path. */
export interface RoutePart {
  readonly role: 'entity' | 'id' | 'extensions' | 'association';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The entity that is named, or in which the association is looked up. */
  readonly entity: string;
  readonly association?: Association;
  /** Why the shop has no such route. What follows a name that leads nowhere is not read. */
  readonly fault?: 'entity' | 'id' | 'relation' | 'field' | 'incomplete';
}

/** Reads `/api/search/product/{id}/media`; undefined for any other kind of route. */
export function readRoute(path: string, schema: EntitySchema): RoutePath | undefined {
  const match = /^\/api\/(search|search-ids|aggregate)(?:$|\/([^?#]*))/.exec(path);
  const action = match?.[1];
  if (action !== 'search' && action !== 'search-ids' && action !== 'aggregate') return undefined;
  const parts = new RouteReader(schema).read(piecesOf(match?.[2] ?? '', '/api/'.length + action.length + 1));
  return { action, parts, entity: entityAtEnd(parts.at(-1), schema) };
}

function entityAtEnd(last: RoutePart | undefined, schema: EntitySchema): string | undefined {
  if (last?.role === 'association') return last.association?.entity;
  return last?.role === 'entity' && schema.has(last.entity) ? last.entity : undefined;
}

/** `cover-media` is `coverMedia`. */
export function propertyOfPart(text: string): string {
  return text.replace(/-([a-zA-Z])/g, (_, letter: string) => letter.toUpperCase());
}

/** A property as it stands in a route: with dashes, as the shop itself writes it. */
export function partOfProperty(name: string): string {
  const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return propertyOfPart(dashed) === name ? dashed : name;
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A slash at the end is allowed. */
function piecesOf(text: string, offset: number): readonly Piece[] {
  let start = offset;
  const pieces = text.split('/').map((piece) => {
    const found = { text: piece, start, end: start + piece.length };
    start = found.end + 1;
    return found;
  });
  return pieces.length > 1 && pieces.at(-1)?.text === '' ? pieces.slice(0, -1) : pieces;
}

class RouteReader {
  readonly #schema: EntitySchema;
  readonly #parts: RoutePart[] = [];

  constructor(schema: EntitySchema) {
    this.#schema = schema;
  }

  read([first, ...rest]: readonly Piece[]): readonly RoutePart[] {
    if (!first) return [];
    let entity = first.text.replaceAll('-', '_').toLowerCase();
    const isKnown = /^[a-z0-9-]+$/.test(first.text) && this.#schema.has(entity);
    this.#parts.push({ role: 'entity', ...first, entity, ...(isKnown ? {} : { fault: 'entity' as const }) });
    for (const piece of rest) {
      const part = this.#next(piece, entity);
      this.#parts.push(part);
      if (part.role === 'association' && !part.association) break;
      entity = part.association?.entity ?? entity;
    }
    const last = this.#parts.at(-1);
    if (last && !last.fault && (last.role === 'id' || last.role === 'extensions')) {
      this.#parts[this.#parts.length - 1] = { ...last, fault: 'incomplete' };
    }
    return this.#parts;
  }

  #next(piece: Piece, entity: string): RoutePart {
    const before = this.#parts.at(-1)?.role;
    if (before === 'entity' || before === 'association') {
      const isId = /^([0-9a-f]{32}|\{[\w-]+\})$/.test(piece.text);
      return { role: 'id', ...piece, entity, ...(isId ? {} : { fault: 'id' as const }) };
    }
    if (before === 'id' && piece.text === 'extensions') return { role: 'extensions', ...piece, entity };
    const property = this.#schema.entity(entity)?.properties.get(propertyOfPart(piece.text));
    if (property?.kind === 'association') return { role: 'association', ...piece, entity, association: property };
    return { role: 'association', ...piece, entity, fault: property ? 'field' : 'relation' };
  }
}
