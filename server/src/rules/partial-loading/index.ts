import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { has } from '../../shopware/changes.ts';
import { phpRefusal, type Refusal } from '../../shopware/refusal.ts';
import { memberOf } from '../conditions.ts';
import { addEntry } from '../edits.ts';
import { atPart, sqlFault } from '../findings.ts';
import { isInherited, PARENT_REFUSED } from '../loadable.ts';
import type { Fix, PathSite, Rule, RuleContext } from '../rule.ts';

/** `fields` with which the shop cannot build the rows that it finds (reference, section 2.7). */
export const rule: Rule = {
  meta: {
    code: 'partial-loading',
    severity: 'warning',
    description: 'A path in "fields" that makes the shop fail as soon as it finds a row.',
  },
  create: (context) => ({
    paths: (site) => {
      if (site.use !== 'fields' || !has(context.world.version, 'fields')) return;
      const reason = parentReason(site, context) ?? handlerReason(site, context);
      if (!reason) return;
      const server = sqlFault(site.node, reason.refusal);
      context.report({
        message: reason.message,
        ...atPart(site, 0, site.path.text.length),
        ...(server ? { server } : {}),
        fixes: () => (reason.add === undefined ? [] : addPath(site, reason.add, context)),
      });
    },
  }),
};

interface Reason {
  readonly message: string;
  readonly refusal: Refusal;
  /** A path that mends it when it is added. */
  readonly add?: string;
}

function parentReason({ path, node }: PathSite, { world }: RuleContext): Reason | undefined {
  const entity = world.schema.entity(node.entity ?? '');
  if (path.segments[0]?.text !== 'parent' || !entity || !isInherited(entity)) return undefined;
  return {
    message: t('The parent of a {0} cannot be loaded with it, not even by "fields".', entity.name),
    refusal: PARENT_REFUSED,
  };
}

/** A payment method cannot be built without its handler's name. */
function handlerReason(site: PathSite, context: RuleContext): Reason | undefined {
  const prefix = pathToPaymentMethod(site);
  if (prefix === undefined) return undefined;
  const add = `${prefix}handlerIdentifier`;
  if (siblings(site).includes(add)) return undefined;
  return {
    message: t('A payment method cannot be partially loaded without "handlerIdentifier": add "{0}".', add),
    refusal: {
      ...phpRefusal(
        'load',
        'PaymentHandlerIdentifierSubscriber::getHandlerIdentifier(): Return value must be of type string',
      ),
      when: 'rows',
    },
    ...(context.world.schema.entity('payment_method')?.properties.has('handlerIdentifier') ? { add } : {}),
  };
}

/**
 * The start of the path up to its first payment method: `transactions.paymentMethod.`; undefined where there is none.
 * Of a searched payment method its own fields are told, if there are any.
 */
function pathToPaymentMethod(site: PathSite): string | undefined {
  const { path, node } = site;
  if (node.entity === 'payment_method') {
    const isOwn = path.associations.length === 0;
    return isOwn || siblings(site).every((text) => text.includes('.')) ? '' : undefined;
  }
  const index = path.associations.findIndex(({ entity }) => entity === 'payment_method');
  if (index < 0) return undefined;
  return `${path.associations
    .slice(0, index + 1)
    .map(({ name }) => name)
    .join('.')}.`;
}

function siblings({ node }: PathSite): readonly string[] {
  return (node.parent?.children ?? []).map((child: TypedNode) => String(child.json.value));
}

function addPath(site: PathSite, path: string, { document }: RuleContext): readonly Fix[] {
  const list = memberOf(site.node.criteria, 'fields');
  if (list?.json.type !== 'array') return [];
  const edits = addEntry(document.syntax.text, list.json, JSON.stringify(path));
  return [{ title: t('Add "{0}"', path), edits, preferred: true }];
}
