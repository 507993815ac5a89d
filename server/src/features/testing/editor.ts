import { type Analysis, analyze } from '../../analysis/analyze.ts';
import type { World } from '../../analysis/world.ts';
import { readCriteria } from '../../criteria/document.ts';
import { type BundledLine, bundledSchema } from '../../schema/bundled/index.ts';
import { worldOf } from '../../worlds/worldOf.ts';
import { complete } from '../completion/complete.ts';
import type { Completion } from '../completion/completion.ts';
import { asOneChange } from '../completion/items.ts';

/** A document with a cursor, as an editor shows it. */
export interface Editor {
  readonly text: string;
  readonly offset: number;
  readonly analysis: Analysis;
}

export interface EditorOptions {
  readonly uri?: string;
  readonly line?: BundledLine;
  readonly world?: Partial<World>;
}

/** Opens a source in which `|` marks the cursor; the file is called `product.swcriteria.json` unless told. */
export function editor(
  source: string,
  { uri = 'file:///product.swcriteria.json', line, world }: EditorOptions = {},
): Editor {
  const cursor = source.indexOf('|');
  const text = cursor < 0 ? source : source.slice(0, cursor) + source.slice(cursor + 1);
  return { text, offset: Math.max(cursor, 0), analysis: analysisOf(text, uri, line, world) };
}

/** The document as of a line of Shopware, with that line's schema as if it were the shop's own. */
export function analysisOf(text: string, uri: string, line: BundledLine = '6.7', world: Partial<World> = {}): Analysis {
  const criteria = readCriteria(uri, text);
  const version = criteria.values.shopware ?? line;
  const context = { shops: [], rules: {}, shopware: version, schema: { id: 'shop', source: 'live' as const } };
  const made = worldOf(context, criteria.values, bundledSchema(line));
  return analyze(criteria, { ...made, ...world });
}

/** What is offered at the cursor. */
export function completionsAt(source: string, options?: EditorOptions): readonly Completion[] {
  const { analysis, offset } = editor(source, options);
  return complete(analysis, offset);
}

/** The names that are offered, in their order. */
export function offered(source: string, options?: EditorOptions): readonly string[] {
  return completionsAt(source, options).map(({ label }) => label);
}

/** The text after a completion was chosen; snippets keep their tab stops. */
export function chosen(source: string, label: string, options?: EditorOptions): string {
  const { text, analysis, offset } = editor(source, options);
  const completion = complete(analysis, offset).find((candidate) => candidate.label === label);
  if (!completion) throw new Error(`"${label}" is not offered.`);
  const { start, end, insertText } = asOneChange(completion, text);
  return text.slice(0, start) + insertText + text.slice(end);
}
