import type { Analysis } from '../../analysis/analyze.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { associationText } from '../reading/names.ts';

/** A remark that an editor shows inside a line; `offset` is where it stands. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
}

/** Which entity each association key loads; `[]` where it loads any number of them. */
export function inlayHints({ document }: Analysis, start: number, end: number): readonly InlayHint[] {
  return document.root ? hintsBelow(document.root, start, end) : [];
}

function hintsBelow(node: TypedNode, start: number, end: number): readonly InlayHint[] {
  const { json, keyNode } = node;
  const from = keyNode?.offset ?? json.offset;
  if (from > end || json.offset + json.length < start) return [];
  return [...hintOf(node), ...node.children.flatMap((child) => hintsBelow(child, start, end))];
}

function hintOf({ association, keyNode, parent }: TypedNode): readonly InlayHint[] {
  if (!association || !keyNode || parent?.entity === undefined) return [];
  const { entity, toMany } = association;
  const tooltip = associationText(association, parent.entity).join('\n\n');
  return [{ offset: keyNode.offset + keyNode.length, label: `${entity}${toMany ? '[]' : ''}`, tooltip }];
}
