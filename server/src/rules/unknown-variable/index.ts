import { t } from '@vscode/l10n';
import type { JsonNode } from '../../criteria/syntax.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { topLine } from '../edits.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { asSent, variablesIn } from '../variables.ts';

/** A variable that gets its value from nowhere: it is sent as it stands (contract, section 1). */
export const rule: Rule = {
  meta: {
    code: 'unknown-variable',
    severity: 'information',
    description: 'A variable without a value.',
  },
  create: (context) => ({
    document: () => {
      const { root, syntax } = context.document;
      if (!root || !syntax.text.includes('{{') || !areAllKnown(context)) return;
      const told = new Set<string>();
      for (const finding of missingBelow(root, told, context)) context.report(finding);
    },
  }),
};

/** The shop that is chosen later may give a value. */
function areAllKnown({ world }: RuleContext): boolean {
  return world.vars !== undefined || world.shops?.length === 0;
}

/** Each name once, where it is used first. */
function missingBelow(node: TypedNode, told: Set<string>, context: RuleContext): readonly Finding[] {
  const texts = [node.keyNode, node.json].filter((json) => json?.type === 'string');
  return [
    ...texts.flatMap((json) => (json ? missingIn(json, node, told, context) : [])),
    ...node.children.flatMap((child) => missingBelow(child, told, context)),
  ];
}

function missingIn(json: JsonNode, { pointer }: TypedNode, told: Set<string>, context: RuleContext): Finding[] {
  const { text } = context.document.syntax;
  const written = text.slice(json.offset, json.offset + json.length);
  return variablesIn(written).flatMap(({ name, text: use, offset }) => {
    if (told.has(name) || asSent(use, context) !== use) return [];
    told.add(name);
    const start = json.offset + offset;
    const message = t('{0} has no value: it is sent as it is.', use);
    return [{ message, start, end: start + use.length, pointer, fixes: () => fixesOf(name, text) }];
  });
}

function fixesOf(name: string, text: string): readonly Fix[] {
  // What a directive cannot name, the configuration of a shop still can.
  if (!/^[\w.-]+$/.test(name)) return [];
  const edits = [{ ...topLine(text, `// @var ${name} $1`), snippet: true }];
  return [{ title: t('Add {0}', `// @var ${name}`), edits }];
}
