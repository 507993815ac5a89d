import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { DIRECTIVES } from '../../criteria/directives.ts';
import { RULES } from '../../rules/index.ts';
import { searchRoute } from '../../rules/route.ts';
import { BUNDLED } from '../../schema/bundled/index.ts';
import type { Completion, Offer } from './completion.ts';
import { fillRange } from './items.ts';
import { routeOffers } from './routes.ts';

/** Headers that change what a search answers (reference, section 10). */
const HEADERS = [
  { name: 'sw-language-id', doc: 'The language of translated fields, by its id.' },
  { name: 'sw-currency-id', doc: 'The currency of prices, by its id.' },
  { name: 'sw-version-id', doc: 'The version of versioned entities, by its id.' },
  { name: 'sw-inheritance', doc: '`1`: variants inherit empty fields of their parent.' },
  { name: 'sw-include-search-info', doc: '`0`: rows without `extensions.search`.' },
  { name: 'sw-context-token', doc: 'Store API: the context of a customer.' },
] as const;

/** Names and values of directives; undefined outside of comment lines where directives stand. */
export function directiveCompletions(analysis: Analysis, offset: number): readonly Completion[] | undefined {
  const { text } = analysis.document.syntax;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, endOfLine(text, lineStart));
  const match = /^(\s*\/\/\s*)(@?[\w-]*)(\s*)(.*)$/.exec(line);
  const [, lead = '', name = '', gap = '', value = ''] = match ?? [];
  if (!match) return begunCompletions(analysis, offset, line);
  if (offset < lineStart + lead.trimEnd().length) return undefined;
  const nameStart = lineStart + lead.length;
  const nameEnd = nameStart + name.length;
  if (offset <= nameEnd) {
    return fillRange(nameOffers(isInHead(analysis, offset)), Math.min(nameStart, offset), nameEnd);
  }
  if (!name.startsWith('@')) return [];
  const start = Math.min(nameEnd + gap.length, offset);
  const end = Math.max(nameEnd + gap.length + value.trimEnd().length, offset);
  return fillRange(valuesOf(name.slice(1), text.slice(start, offset), analysis), start, end);
}

/** Directives where a comment is begun above the body: the line has nothing but a `/`. */
function begunCompletions(analysis: Analysis, offset: number, line: string): readonly Completion[] | undefined {
  const lead = /^(\s*)\/\s*$/.exec(line)?.[1];
  if (lead === undefined || !isInHead(analysis, offset)) return undefined;
  const { text } = analysis.document.syntax;
  const start = text.lastIndexOf('\n', offset - 1) + 1 + lead.length;
  if (offset < start || offset > start + 1) return undefined;
  const offers = nameOffers(true).map((offer) => ({ ...offer, label: `// ${offer.label}`, text: `// ${offer.text}` }));
  return fillRange(offers, start, start + 1);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const line = end < 0 ? text.length : end;
  return text[line - 1] === '\r' && line > from ? line - 1 : line;
}

/** Before the body; behind its beginning only `@disable-next-line` has a meaning. */
function isInHead({ document }: Analysis, offset: number): boolean {
  return !document.root || offset <= document.root.json.offset;
}

function nameOffers(isHead: boolean): readonly Offer[] {
  return Object.entries(DIRECTIVES)
    .filter(([name]) => isHead || name === 'disable-next-line')
    .map(([name, { doc, argument }], rank) => ({
      label: `@${name}`,
      kind: 'directive',
      detail: argument,
      documentation: t(doc),
      text: `@${name} `,
      retrigger: true,
      rank,
    }));
}

/** `written` is the value as far as the cursor. */
function valuesOf(name: string, written: string, analysis: Analysis): readonly Offer[] {
  const { document, world } = analysis;
  switch (name) {
    case 'entity':
      return entityOffers({ document, world });
    case 'shop':
      return (world.shops ?? []).map((label) => ({ label, kind: 'value' }));
    case 'api':
      return [
        { label: 'admin', kind: 'value', detail: t('with an integration or a user') },
        { label: 'store', kind: 'value', detail: t('with a sales channel access key') },
      ];
    case 'shopware':
      return BUNDLED.toReversed().map(({ line, version }, rank) => ({
        label: version,
        kind: 'value',
        detail: t('the newest known of {0}', line),
        rank,
      }));
    case 'path':
      return routeOffers(written, analysis);
    case 'header':
      return HEADERS.map(({ name: label, doc }) => ({
        label,
        kind: 'keyword',
        documentation: t(doc),
        text: `${label}: `,
      }));
    case 'disable':
    case 'disable-next-line':
      return RULES.map(({ meta }) => ({ label: meta.code, kind: 'value', documentation: t(meta.description) }));
    default:
      return [];
  }
}

/** Mapping entities have no search, but their ids can be asked for. */
function entityOffers({ document, world }: Pick<Analysis, 'document' | 'world'>): readonly Offer[] {
  const { entityNames, mappingEntities } = world.schema;
  const isSearch = searchRoute(document) === 'search';
  return entityNames
    .filter((name) => !isSearch || !mappingEntities.has(name))
    .map((label) => ({ label, kind: 'entity', rank: label.endsWith('_translation') ? 1 : 0 }));
}
