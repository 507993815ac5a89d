import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { DIRECTIVES } from '../../criteria/directives.ts';
import { endOfLine } from '../../criteria/lines.ts';
import { RULES } from '../../rules/index.ts';
import { refusesEntity, searchRoute } from '../../rules/route.ts';
import { BUNDLED } from '../../schema/bundled/index.ts';
import { HEADERS } from '../reading/headers.ts';
import { variablesOf } from '../variables/variables.ts';
import type { Completion, Offer } from './completion.ts';
import { fillRange } from './items.ts';
import { routeOffers } from './routes.ts';
import { rankOfEntity } from './usefulness.ts';

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
  const written = text.slice(start, offset);
  const inHeader = name === '@header' ? /^([\w-]+)\s*:\s*/.exec(written) : null;
  if (inHeader) return fillRange(headerValues(inHeader[1] ?? ''), start + inHeader[0].length, end);
  return fillRange(valuesOf(name.slice(1), written, analysis), start, end);
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
      return entityOffers(written, { document, world });
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
      return HEADERS.filter(({ api = world.api }) => api === world.api).map(({ name: label, doc }) => ({
        label,
        kind: 'keyword',
        documentation: t(doc),
        text: `${label}: `,
      }));
    case 'var':
      return missingVariables(analysis).map((label) => ({ label, kind: 'variable', text: `${label} ` }));
    case 'disable':
    case 'disable-next-line':
      return ruleOffers(analysis);
    default:
      return [];
  }
}

function headerValues(name: string): readonly Offer[] {
  const header = HEADERS.find((known) => known.name === name.toLowerCase());
  return (header?.values ?? []).map((label, rank) => ({
    label,
    kind: 'value',
    documentation: t(header?.doc ?? ''),
    rank,
  }));
}

/** Variables that the body names and nobody gives a value. */
function missingVariables(analysis: Analysis): readonly string[] {
  const known = variablesOf(analysis);
  const { root, text } = analysis.document.syntax;
  const named = [...text.slice(root?.offset ?? 0).matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)];
  return [...new Set(named.flatMap(([, name]) => (name === undefined || known.has(name) ? [] : [name])))];
}

/** What the file is told about comes first. */
function ruleOffers({ problems }: Analysis): readonly Offer[] {
  const told = new Set(problems.map(({ code }) => code));
  return RULES.map(({ meta }) => ({
    label: meta.code,
    kind: 'value',
    documentation: t(meta.description),
    rank: told.has(meta.code) ? 0 : 1,
  }));
}

/**
 * Mapping entities have no search, but their ids can be asked for. Dashes are the same as underscores, and an editor
 * that compares letters must find what is written with them.
 */
function entityOffers(written: string, { document, world }: Pick<Analysis, 'document' | 'world'>): readonly Offer[] {
  const { schema } = world;
  const route = searchRoute(document);
  return schema.entityNames
    .filter((name) => !refusesEntity(route, name, schema))
    .map((label) => ({
      label,
      kind: 'entity',
      rank: rankOfEntity(label),
      ...(written.includes('-') ? { typedAs: label.replaceAll('_', '-') } : {}),
    }));
}
