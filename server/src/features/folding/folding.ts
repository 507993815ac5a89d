import type { Analysis } from '../../analysis/analyze.ts';
import type { JsonNode } from '../../criteria/syntax.ts';
import { tokensFrom } from '../../criteria/tokens.ts';

/** A stretch that can be folded; offsets into the text. What closes it stays visible. */
export interface Fold {
  readonly start: number;
  /** Of a body the offset of its closing bracket, of comments the end of the last one. */
  readonly end: number;
  readonly kind: 'body' | 'comment';
}

/** Objects and lists, and comments that follow each other. Those within one line are among them. */
export function folds({ document }: Analysis): readonly Fold[] {
  const { root, text } = document.syntax;
  return [...commentFolds(text), ...(root ? bodyFolds(root) : [])];
}

function bodyFolds(node: JsonNode): readonly Fold[] {
  const inside = (node.children ?? []).flatMap(bodyFolds);
  if (node.type !== 'object' && node.type !== 'array') return inside;
  const end = node.offset + node.length - 1;
  return end > node.offset ? [{ start: node.offset, end, kind: 'body' }, ...inside] : inside;
}

/** Comments with nothing but white space between them are one. */
function commentFolds(text: string): readonly Fold[] {
  const found: Fold[] = [];
  let last: Fold | undefined;
  for (const { kind, start, end } of tokensFrom(text, 0)) {
    if (kind !== 'lineComment' && kind !== 'blockComment') {
      last = undefined;
      continue;
    }
    if (last) found.pop();
    last = { start: last?.start ?? start, end: Math.min(end, text.length), kind: 'comment' };
    found.push(last);
  }
  return found;
}
