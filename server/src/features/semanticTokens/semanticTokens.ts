import type { Analysis } from '../../analysis/analyze.ts';
import type { JsonNode } from '../../criteria/syntax.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { hasFlag, type Property } from '../../schema/entitySchema.ts';
import { segmentsOf } from '../reading/nodeAt.ts';

/** What a stretch of the text is; themes colour it by LSP's word for it. */
export const TOKEN_TYPES = ['association', 'field', 'alias', 'type', 'operator', 'directive'] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];

/** Offsets into the text; never over a line's end. */
export interface SemanticToken {
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
  readonly deprecated: boolean;
}

/** Colours what the grammar of JSON cannot tell: names of the schema, types, words that combine or compare, directives. */
export function semanticTokens(analysis: Analysis): readonly SemanticToken[] {
  const { document, world } = analysis;
  const tokens: SemanticToken[] = [];
  for (const { name, nameStart, nameEnd, valueStart, valueEnd } of document.directives) {
    tokens.push(plain(nameStart, nameEnd, 'directive'));
    if (name === 'entity' && valueEnd > valueStart) tokens.push(plain(valueStart, valueEnd, 'alias'));
  }
  const visit = (node: TypedNode): void => {
    tokens.push(...keyTokens(node));
    for (const segment of analysis.sites(node).flatMap(segmentsOf)) {
      const { role, property } = segment.segment;
      if (role === 'prefix') tokens.push(plain(segment.start, segment.end, 'alias'));
      if (property) tokens.push(propertyToken(segment.start, segment.end, property));
    }
    tokens.push(...valueTokens(node, world));
    for (const child of node.children) visit(child);
  };
  if (document.root) visit(document.root);
  return tokens.filter((token) => isOnOneLine(token, document.syntax.text)).sort((a, b) => a.start - b.start);
}

/** A half-typed text may be empty, or swallow the end of its line. */
function isOnOneLine({ start, end }: SemanticToken, text: string): boolean {
  return end > start && !text.slice(start, end).includes('\n');
}

const COMPARISONS = ['rangeParameters', 'durationParameters'];

function keyTokens({ keyNode, parent, association }: TypedNode): readonly SemanticToken[] {
  if (!keyNode || !parent) return [];
  const { expected } = parent;
  if (expected.is === 'object' && COMPARISONS.includes(expected.shape)) return [inQuotes(keyNode, 'operator')];
  if (expected.is !== 'map') return [];
  if (association) return [propertyToken(keyNode.offset + 1, keyNode.offset + keyNode.length - 1, association)];
  return expected.keys === 'alias' ? [inQuotes(keyNode, 'alias')] : [];
}

/** Words: the type of an object, or what combines and compares. Names of the schema beside paths. */
function valueTokens(
  { expected, json, name, parent }: TypedNode,
  { schema }: Analysis['world'],
): readonly SemanticToken[] {
  if (json.type !== 'string') return [];
  switch (expected.is) {
    case 'word':
      return [inQuotes(json, name === 'type' ? 'type' : 'operator')];
    case 'entityName':
      return [inQuotes(json, 'alias')];
    case 'property': {
      const property = schema.entity(parent?.name ?? '')?.properties.get(String(json.value));
      return property ? [propertyToken(json.offset + 1, json.offset + json.length - 1, property)] : [];
    }
    default:
      return [];
  }
}

function propertyToken(start: number, end: number, property: Property): SemanticToken {
  const type = property.kind === 'association' ? 'association' : 'field';
  return { start, end, type, deprecated: hasFlag(property, 'deprecated') };
}

function inQuotes({ offset, length }: JsonNode, type: TokenType): SemanticToken {
  return plain(offset + 1, offset + length - 1, type);
}

function plain(start: number, end: number, type: TokenType): SemanticToken {
  return { start, end, type, deprecated: false };
}
