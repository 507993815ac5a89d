import { t } from '@vscode/l10n';
import { hasComment } from '../../criteria/tokens.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { addEntry, removeEntry, textOf } from '../edits.ts';
import { atKey } from '../findings.ts';
import type { Edit, Fix, Rule, RuleContext } from '../rule.ts';
import { isEmpty } from '../withoutEffect.ts';

/** A key that stands twice in an object: PHP keeps the last one (reference, section 1). */
export const rule: Rule = {
  meta: { code: 'duplicate-key', severity: 'warning', description: 'A key that appears twice in one object.' },
  create: (context) => ({
    shaped: (node) => checkKeys(node, context),
    map: (node) => checkKeys(node, context),
  }),
};

function checkKeys({ children }: TypedNode, { document, report }: RuleContext): void {
  const shadowed = children.filter((child) => child.shadowed);
  if (shadowed.length === 0) return;
  const seen = new Map(children.map((child) => [child.name, child]));
  for (const earlier of shadowed) {
    const { name = '' } = earlier;
    const last = seen.get(name);
    if (!last) continue;
    report({
      message: t('"{0}" appears twice in this object: the shop sees only the last one.', name),
      ...atKey(last),
      related: [{ message: t('The earlier one, which the shop does not see.'), ...atKey(earlier) }],
      fixes: () => fixesOf(earlier, last, document.syntax.text),
    });
  }
}

/** Two lists are merged; what else stood first is taken out, which is safe where it is a plain value or says the same. */
function fixesOf(earlier: TypedNode, last: TypedNode, text: string): readonly Fix[] {
  const { name = '' } = earlier;
  const isSafe = !earlier.json.children || isEmpty(earlier) || textOf(text, earlier.json) === textOf(text, last.json);
  const merged = isSafe ? undefined : mergeEdits(earlier, last, text);
  const remove = {
    title: t('Remove the earlier "{0}"', name),
    edits: removeEntry(text, earlier),
    preferred: merged === undefined,
    safe: isSafe,
  };
  return merged ? [{ title: t('Merge both "{0}"', name), edits: merged, preferred: true }, remove] : [remove];
}

/** The later entries behind the earlier ones; undefined where they clash, or a comment would be lost. */
function mergeEdits(earlier: TypedNode, last: TypedNode, text: string): readonly Edit[] | undefined {
  const { type, offset, length } = last.json;
  const [first] = last.json.children ?? [];
  const end = last.json.children?.at(-1);
  if (earlier.json.type !== type || !first || !end || namesClash(earlier, last)) return undefined;
  const behind = end.offset + end.length;
  if (hasComment(text, offset, first.offset) || hasComment(text, behind, offset + length)) return undefined;
  return [...addEntry(text, earlier.json, text.slice(first.offset, behind)), ...removeEntry(text, last)];
}

function namesClash(earlier: TypedNode, last: TypedNode): boolean {
  const names = new Set(earlier.children.map(({ name }) => name));
  return last.json.type === 'object' && last.children.some(({ name }) => names.has(name));
}
