import { createScanner } from 'jsonc-parser';
import type { ApiName, DirectiveValues } from '../protocol.ts';
import { topOf } from './lines.ts';

/** The scanner's token kinds that matter here; its own const enum cannot be imported as a value. */
const TOKEN = { lineComment: 12, blockComment: 13, lineBreak: 14, trivia: 15, end: 17 } as const;

/** A `// @name value` line before the body; all offsets are into the text. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  /** The whole comment. */
  readonly start: number;
  readonly end: number;
  /** `@` to the end of the name. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The trimmed value; equal where there is none. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** The directives that there are (contract, section 1), for completion, hover and checks. */
export const DIRECTIVES: Readonly<Record<string, { readonly doc: string; readonly argument: string }>> = {
  entity: { doc: 'The entity that is searched; `_` and `-` are the same.', argument: 'product' },
  shop: { doc: 'The shop that the criteria is sent to, by its name.', argument: 'staging' },
  api: { doc: 'The API: `admin` (default) or `store`.', argument: 'store' },
  path: {
    doc: 'Another route that takes a criteria; `{placeholders}` are asked for.',
    argument: '/store-api/product-listing/{categoryId}',
  },
  header: { doc: 'A request header; may be repeated.', argument: 'sw-language-id: 2fbb5fe2e29a4d70aa5854ce7ce3e20b' },
  shopware: { doc: 'The Shopware version to check against.', argument: '6.6.10' },
  var: { doc: 'Replaces `{{name}}` inside strings when the criteria is sent.', argument: 'name value' },
  disable: { doc: 'Silences a rule in this file.', argument: 'unknown-field "reason"' },
  'disable-next-line': { doc: 'Silences a rule in the next line.', argument: 'unknown-field "reason"' },
};

/** Directives at the top of the text, and every `@disable-next-line` behind it. */
export function readDirectives(text: string): readonly Directive[] {
  const directives: Directive[] = [];
  const scanner = createScanner(text, false);
  // A byte order mark is no token of JSON, and may stand in front of everything.
  scanner.setPosition(topOf(text));
  let inHead = true;
  const scanAll = text.includes('@disable-next-line');
  for (let kind: number = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
    if (kind === TOKEN.lineComment) {
      const directive = parseDirective(text, scanner.getTokenOffset(), scanner.getTokenLength());
      if (directive && (inHead || directive.name === 'disable-next-line')) directives.push(directive);
    } else if (!isTrivia(kind)) {
      inHead = false;
      if (!scanAll) break;
    }
  }
  return directives;
}

/** Directives behind the beginning of the body, where nobody reads them; `bodyStart` is its offset. */
export function strayDirectives(text: string, bodyStart: number): readonly Directive[] {
  STRAY.lastIndex = bodyStart;
  if (!STRAY.test(text)) return [];
  const stray: Directive[] = [];
  const scanner = createScanner(text, false);
  scanner.setPosition(bodyStart);
  for (let kind: number = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
    if (kind !== TOKEN.lineComment) continue;
    const directive = parseDirective(text, scanner.getTokenOffset(), scanner.getTokenLength());
    if (directive && directive.name !== 'disable-next-line' && Object.hasOwn(DIRECTIVES, directive.name)) {
      stray.push(directive);
    }
  }
  return stray;
}

const STRAY = /\/\/\s*@[a-z]/g;

function isTrivia(kind: number): boolean {
  return kind === TOKEN.trivia || kind === TOKEN.lineBreak || kind === TOKEN.blockComment;
}

function parseDirective(text: string, start: number, length: number): Directive | undefined {
  const comment = text.slice(start, start + length);
  const match = /^(\/\/\s*)(@([\w-]*))(\s*)(.*?)\s*$/s.exec(comment);
  if (!match) return undefined;
  const [, lead = '', marked = '', name = '', gap = '', value = ''] = match;
  const nameStart = start + lead.length;
  const nameEnd = nameStart + marked.length;
  const valueStart = nameEnd + gap.length;
  return {
    name,
    value,
    start,
    end: start + length,
    nameStart,
    nameEnd,
    valueStart,
    valueEnd: valueStart + value.length,
  };
}

/** The values of the directives; of one that may stand once the last wins, as keys do in JSON. */
export function directiveValues(directives: readonly Directive[]): DirectiveValues {
  const last = (name: string): string | undefined =>
    directives.findLast((directive) => directive.name === name && directive.value !== '')?.value;
  const path = last('path');
  const api = apiOf(last('api')) ?? apiOfPath(path);
  const entity = last('entity')?.replaceAll('-', '_');
  const shop = last('shop');
  const shopware = last('shopware');
  return {
    ...(entity === undefined ? {} : { entity }),
    ...(shop === undefined ? {} : { shop }),
    ...(api === undefined ? {} : { api }),
    ...(path === undefined ? {} : { path }),
    ...(shopware === undefined ? {} : { shopware }),
    headers: directives.flatMap(headerOf),
    vars: Object.fromEntries(directives.flatMap(variableOf)),
  };
}

/** A route below `/store-api` is the Store API's, whether or not `@api` says so. */
function apiOfPath(path: string | undefined): ApiName | undefined {
  return path !== undefined && /^\/store-api(\/|$)/.test(path) ? 'store' : undefined;
}

function apiOf(value: string | undefined): ApiName | undefined {
  return value === 'admin' || value === 'store' ? value : undefined;
}

function headerOf({ name, value }: Directive): { name: string; value: string }[] {
  const match = /^([\w-]+)\s*:\s*(.*)$/.exec(value);
  return name === 'header' && match?.[1] ? [{ name: match[1], value: match[2] ?? '' }] : [];
}

function variableOf({ name, value }: Directive): [string, string][] {
  const match = /^([\w.-]+)\s+(.*)$/.exec(value);
  return name === 'var' && match?.[1] ? [[match[1], match[2] ?? '']] : [];
}
