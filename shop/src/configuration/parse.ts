import { t } from '@vscode/l10n';
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { z } from 'zod';
import { sentenceOf } from '../request/syntax.ts';
import { type Configuration, type ConfiguredShop, configurationDefinition, shopDefinition } from './definition.ts';
import { explainIssues, type Issue } from './issues.ts';
import { mostSimilar } from './similar.ts';

/** A place in a text: line and character from 0, in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What is wrong with a configuration. */
export interface ConfigurationProblem {
  /** Where in the object: `['shops', 'staging', 'url']`. Empty for the whole, and for syntax errors. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** Where in the text. */
  readonly range: Range;
}

/** A configuration and what in it has no effect, or everything that makes it useless. */
export type ParsedConfiguration =
  | {
      readonly configuration: Configuration;
      readonly warnings: readonly ConfigurationProblem[];
      readonly problems?: undefined;
    }
  | { readonly problems: readonly ConfigurationProblem[] };

/**
 * Reads the text of `swcriteria.config.json`: JSON, comments and trailing commas allowed. Never throws. `ruleCodes` are
 * all that "rules" may name; others are warned about.
 */
export function parseConfiguration(text: string, ruleCodes: readonly string[]): ParsedConfiguration {
  const errors: ParseError[] = [];
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const tree = parseTree(source, errors, { allowTrailingComma: true });
  if (tree === undefined || errors.length > 0) {
    const syntax = errors.map((error) => ({
      path: [],
      message: sentenceOf(error),
      range: rangeOf(text, error.offset, error.length),
    }));
    return { problems: syntax };
  }
  const result = configurationDefinition.safeParse(getNodeValue(tree), { reportInput: true });
  const placed = (issue: Issue) => ({ ...issue, range: rangeOfIssue(text, tree, issue) });
  return result.success
    ? { configuration: result.data, warnings: unknownRules(result.data, ruleCodes).map(placed) }
    : { problems: explainIssues(result.error.issues).map(placed) };
}

function unknownRules({ rules }: Configuration, ruleCodes: readonly string[]): Issue[] {
  const unknown = Object.keys(rules ?? {}).filter((code) => !ruleCodes.includes(code));
  return unknown.map((code) => {
    const meant = mostSimilar(code, ruleCodes);
    const said = t('There is no rule "{0}".', code);
    const message = meant === undefined ? said : `${said} ${t('Did you mean "{0}"?', meant)}`;
    return { path: ['rules', code], message, atKey: true };
  });
}

/** A shop from the editor's settings, or what is wrong with it. The same rules as in a configuration. */
export function parseShop(
  value: unknown,
): { readonly shop: ConfiguredShop; readonly problems?: undefined } | { readonly problems: readonly Issue[] } {
  const result: z.ZodSafeParseResult<ConfiguredShop> = shopDefinition.safeParse(value, { reportInput: true });
  return result.success ? { shop: result.data } : { problems: explainIssues(result.error.issues) };
}

/** The value at fault; the key where the key itself is the fault; the nearest key above where something is missing. */
function rangeOfIssue(text: string, tree: Node, issue: Issue): Range {
  for (let length = issue.path.length; length > 0; length--) {
    const value = findNodeAtLocation(tree, issue.path.slice(0, length));
    if (value === undefined) continue;
    const key = value.parent?.type === 'property' ? value.parent.children?.[0] : undefined;
    const exact = length === issue.path.length && !issue.atKey && value.type !== 'object';
    const node = exact ? value : (key ?? value);
    return rangeOf(text, node.offset, node.length);
  }
  return rangeOf(text, tree.offset, 1);
}

function rangeOf(text: string, offset: number, length: number): Range {
  return { start: positionAt(text, offset), end: positionAt(text, offset + length) };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
