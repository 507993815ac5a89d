import type { Analysis } from '../../analysis/analyze.ts';
import type { DocumentContext } from '../../protocol.ts';

export const RUN = 'swcriteria.run';
export const SHOW_ENTITY = 'swcriteria.showEntity';

/** A line above the body that does something. */
export interface Lens {
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** Above the first line: run it, and where; what is searched, and how old the schema is. */
export function codeLenses({ document, world }: Analysis, context: DocumentContext): readonly Lens[] {
  const shop = world.shop ? `Run on ${world.shop.name}${world.shop.production ? ' (production)' : ''}` : 'Run Criteria';
  const lenses: Lens[] = [{ title: `$(play) ${shop}`, command: RUN, arguments: [document.uri] }];
  if (document.entity !== undefined && world.schema.has(document.entity)) {
    lenses.push({
      title: `${document.entity} · ${schemaText(world, context)}`,
      command: SHOW_ENTITY,
      arguments: [document.entity, document.uri],
    });
  }
  return lenses;
}

function schemaText({ version, schemaSource }: Analysis['world'], { schema }: DocumentContext): string {
  const day = schema?.fetchedAt?.slice(0, 10);
  switch (schemaSource) {
    case 'live':
      return `schema ${version.text}${day === undefined ? '' : `, of ${day}`}`;
    case 'stored':
      return `stored schema ${version.text}${day === undefined ? '' : `, of ${day}`}`;
    case 'file':
      return `schema ${version.text}, from a file`;
    case 'bundled':
      return `plain Shopware ${version.text}`;
  }
}
