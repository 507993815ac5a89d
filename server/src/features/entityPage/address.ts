/** The scheme of the pages of entities; an editor asks for their content with `workspace/textDocumentContent`. */
export const PAGE_SCHEME = 'swcriteria-entity';

const EXTENSION = '.md';

/** Which page is meant: the schema by its id (see `SchemaReference`), and the entity in it. */
export interface PageAddress {
  readonly schemaId: string;
  readonly entity: string;
}

/** The URI of a page. */
export function pageUri({ schemaId, entity }: PageAddress): string {
  return `${PAGE_SCHEME}:/${encodeURIComponent(schemaId)}/${encodeURIComponent(entity)}${EXTENSION}`;
}

/** What a URI names, in whatever way an editor escapes it; undefined for one that is no page's. */
export function readPageUri(uri: string): PageAddress | undefined {
  const [, path] = /^swcriteria-entity:\/+(.+)\.md$/.exec(decode(uri)) ?? [];
  const slash = path?.lastIndexOf('/') ?? -1;
  if (path === undefined || slash < 0) return undefined;
  return { schemaId: path.slice(0, slash), entity: path.slice(slash + 1) };
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    if (error instanceof URIError) return uri;
    throw error;
  }
}
