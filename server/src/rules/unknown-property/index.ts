import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { storeOnlyFields } from '../../schema/pathExceptions.ts';
import { propertiesOfAlias, SCORE } from '../aliases.ts';
import { changeTo } from '../edits.ts';
import { atNode } from '../findings.ts';
import { certainty, suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import type { Finding, Rule } from '../rule.ts';
import { asSent, givenBy, hasVariable, sentText } from '../variables.ts';
import { dottedHint, type Hint } from './dotted.ts';

/** A name in `includes` or `excludes` that objects of this alias do not have. */
export const rule: Rule = {
  meta: {
    code: 'unknown-property',
    severity: 'warning',
    description: 'A name in "includes" that the object does not have.',
  },
  create: (context) => ({
    property: (node) => {
      const { world, report } = context;
      const { text: alias } = sentText(node.parent?.name ?? '', context);
      const written = asSent(node.json.value, context);
      if (typeof written !== 'string' || hasVariable(written)) return;
      const properties = propertiesOfAlias(alias, world);
      // The Store API takes dotted names, and applies plain ones inside `translated` too (reference, section 2.7).
      const name = world.api === 'store' ? (written.split('.')[0] ?? '') : written;
      if (!properties || properties.includes(name)) return;
      if (storeOnlyFields(alias).includes(name)) {
        report({
          message: t('"{0}" of {1} exists only in answers of the Store API: it has no effect.', name, alias),
          ...atNode(node),
        });
        return;
      }
      if (name === 'extensions' && world.api === 'store') return void report(extensionsProblem(node));
      const hint = dottedHint(node, alias, name, context) ?? nameHint(node, nearest(name, properties));
      const { remark } = certainty(world);
      report({
        message: `${t('"{0}" is not a property of {1}: it has no effect.', name, alias)}${hint?.text ?? remark}`,
        ...atNode(node),
        ...givenBy(node.json.value, context),
        fixes: () => (hasVariable(node.json.value) ? [] : (hint?.fixes() ?? [])),
      });
    },
  }),
};

function extensionsProblem(node: TypedNode): Finding {
  return {
    message: t(
      'The Store API does not know "extensions" here: name the extension itself, such as "{0}" for the score.',
      SCORE,
    ),
    ...atNode(node),
    fixes: () => [changeTo(node.json, SCORE, false)],
  };
}

function nameHint({ json }: TypedNode, meant: string | undefined): Hint | undefined {
  return meant === undefined ? undefined : { text: suggestion(meant), fixes: () => [changeTo(json, meant, true)] };
}
