import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { type DocumentContext, EDITOR_COMMANDS } from '../../protocol.ts';

/** A line above the body that does something. */
export interface Lens {
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** Above the first line: run it, and where; what is searched, and how old the schema is. */
export function codeLenses({ document, world }: Analysis, context: DocumentContext): readonly Lens[] {
  const lenses: Lens[] = [
    { title: `$(play) ${runText(world)}`, command: EDITOR_COMMANDS.run, arguments: [document.uri] },
  ];
  if (document.entity !== undefined && world.schema.has(document.entity)) {
    lenses.push({
      title: `${document.entity} · ${schemaText(world, context)}`,
      command: EDITOR_COMMANDS.showEntity,
      arguments: [document.entity, document.uri],
    });
  }
  return lenses;
}

function runText({ shop }: Analysis['world']): string {
  if (!shop) return t('Run Criteria');
  return shop.production ? t('Run on {0} (production)', shop.name) : t('Run on {0}', shop.name);
}

function schemaText({ version, schemaSource }: Analysis['world'], { schema }: DocumentContext): string {
  const day = schema?.fetchedAt?.slice(0, 10);
  switch (schemaSource) {
    case 'live':
      return day === undefined ? t('schema {0}', version.text) : t('schema {0}, of {1}', version.text, day);
    case 'stored':
      return day === undefined
        ? t('stored schema {0}', version.text)
        : t('stored schema {0}, of {1}', version.text, day);
    case 'file':
      return t('schema {0}, from a file', version.text);
    case 'bundled':
      return t('plain Shopware {0}', version.text);
  }
}
