import type { TypedNode } from '../../criteria/typedTree.ts';
import { isKnownAlias, knownAliases } from '../aliases.ts';
import { renameKey } from '../edits.ts';
import { atKey } from '../findings.ts';
import { suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import type { Rule, RuleContext } from '../rule.ts';

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

function checkAlias(child: TypedNode, { document, world, report }: RuleContext): void {
  const alias = child.name ?? '';
  if (child.shadowed || !document.root || isKnownAlias(alias, document.root, world)) return;
  const meant = nearest(alias, knownAliases(world));
  report({
    message:
      meant === undefined
        ? `No object with the apiAlias "${alias}" is known; a plugin may bring one.`
        : `No object has the apiAlias "${alias}": this list has no effect.${suggestion(meant)}`,
    ...atKey(child),
    ...(meant === undefined ? { severity: 'information' as const } : {}),
    fixes: () =>
      meant === undefined || !child.keyNode
        ? []
        : [{ title: `Change to "${meant}"`, edits: [renameKey(child.keyNode, meant)], preferred: true }],
  });
}
