import { t } from '@vscode/l10n';
import { SnippetWriter } from './writer.ts';

/** A whole body to begin with. */
export interface Skeleton {
  readonly label: () => string;
  /** What is typed for it where snippets come from a file; the same in every language. */
  readonly prefix: string;
  readonly doc: string;
  /** From the opening brace to the closing one; numbers its tab stops with `writer`. */
  readonly write: (writer: SnippetWriter) => string;
}

/** What people begin with, built from the grammar's own parts. */
export const SKELETONS: readonly Skeleton[] = [
  {
    label: () => t('criteria: list'),
    prefix: 'criteria-list',
    doc: 'The first rows that match a filter, sorted.',
    write: (writer) =>
      body([
        `"limit": ${writer.stop('25')}`,
        `"filter": ${list(writer.variant('filter', 'equals'))}`,
        `"sort": ${list(`{ "field": "${writer.stop()}", "order": "${writer.choice(['ASC', 'DESC'])}" }`)}`,
        '"total-count-mode": 1',
      ]),
  },
  {
    label: () => t('criteria: count'),
    prefix: 'criteria-count',
    doc: 'How many rows match: two of them, and the exact total.',
    write: (writer) =>
      body(['"limit": 2', `"filter": ${list(writer.variant('filter', 'equals'))}`, '"total-count-mode": 1']),
  },
  {
    label: () => t('criteria: search by term'),
    prefix: 'criteria-search-by-term',
    doc: 'The rows that match a word best.',
    write: (writer) => body([`"term": "${writer.stop()}"`, `"limit": ${writer.stop('25')}`]),
  },
  {
    label: () => t('criteria: aggregation'),
    prefix: 'criteria-aggregation',
    doc: 'A calculation over all matching rows, and as few rows as possible.',
    write: (writer) => body(['"limit": 1', `"aggregations": ${list(writer.variant('aggregation', 'terms'))}`]),
  },
  {
    label: () => t('criteria: by ids'),
    prefix: 'criteria-by-ids',
    doc: 'Exactly these rows.',
    write: (writer) => body([`"ids": ["${writer.stop()}"]`]),
  },
];

/** The skeleton as a snippet; with a line that names the entity where nothing else does. */
export function skeletonText({ write }: Skeleton, namesEntity: boolean): string {
  const writer = new SnippetWriter();
  const heading = namesEntity ? `// @entity ${writer.stop('product')}\n` : '';
  return heading + write(writer);
}

function body(entries: readonly string[]): string {
  return `{\n${entries.map((entry) => `\t${entry.replaceAll('\n', '\n\t')}`).join(',\n')}\n}`;
}

function list(element: string): string {
  return `[\n\t${element}\n]`;
}
