import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { isKnownAlias, knownAliases } from '../aliases.ts';
import { renameKey } from '../edits.ts';
import { atKey } from '../findings.ts';
import { suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { givenBy, hasVariable, sentText } from '../variables.ts';

/** A key of `includes` or `excludes` that is no apiAlias, but near to one. */
export const rule: Rule = {
  meta: {
    code: 'unknown-alias',
    severity: 'warning',
    description: 'A key of "includes" that no object of an answer has as its apiAlias.',
  },
  create: (context) => ({
    map: (node) => {
      if (node.expected.is !== 'map' || node.expected.keys !== 'alias' || node.json.type === 'array') return;
      for (const child of node.children) checkAlias(child, context);
    },
  }),
};

function checkAlias(child: TypedNode, context: RuleContext): void {
  const { document, world, report } = context;
  const { text: alias } = sentText(child.name ?? '', context);
  if (child.shadowed || hasVariable(alias) || !document.root || isKnownAlias(alias, document.root, world)) return;
  const meant = nearest(alias, knownAliases(world));
  report({
    message:
      meant === undefined
        ? t('No object with the apiAlias "{0}" is known; a plugin may bring one.', alias)
        : t('No object has the apiAlias "{0}": this list has no effect.', alias) + suggestion(meant),
    ...atKey(child),
    ...givenBy(child.name, context),
    ...(meant === undefined ? { severity: 'information' as const } : {}),
    fixes: () =>
      meant === undefined || !child.keyNode || hasVariable(child.name)
        ? []
        : [{ title: t('Change to "{0}"', meant), edits: [renameKey(child.keyNode, meant)], preferred: true }],
  });
}
