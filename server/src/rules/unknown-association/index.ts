import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { Entity } from '../../schema/entitySchema.ts';
import { has } from '../../shopware/changes.ts';
import type { Refusal } from '../../shopware/refusal.ts';
import { mergedAssociations } from '../associationFixes.ts';
import { atKey, atNode, parseFault } from '../findings.ts';
import { type LoadMeant, loadsMeant } from '../loadsMeant.ts';
import { certainty, oneOf, quoted, suggestion } from '../messages.ts';
import { moveToAssociation, nestedEntry } from '../nestAssociation.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';
import { givenBy, hasVariable, sentText } from '../variables.ts';

/** A key below `associations` that is no association of the entity: the most frequent mistake (reference, 2.6). */
export const rule: Rule = {
  meta: {
    code: 'unknown-association',
    severity: 'error',
    description: 'A key below "associations" that is not an association of the entity.',
  },
  create: (context) => ({
    map: (node) => {
      if (node.expected.is !== 'map' || node.expected.keys !== 'association') return;
      const entity = context.world.schema.entity(node.entity ?? '');
      if (!entity) return;
      if (node.json.type === 'array') return checkList(node, context);
      for (const child of node.children) checkKey(child, entity, context);
    },
  }),
};

/** More than a few guesses say nothing. */
const MOST = 3;

function checkKey(child: TypedNode, entity: Entity, context: RuleContext): void {
  const { text: name } = sentText(child.name ?? '', context);
  if (child.shadowed || child.association || hasVariable(name) || isDropped(child, context)) return;
  const property = entity.properties.get(name);
  if (property?.kind === 'association') return;
  const meant = loadsMeant(name, entity, context.world).slice(0, MOST);
  const { remark, ...severity } = property ? { remark: '' } : certainty(context.world);
  const problem = property
    ? t('"{0}" is a field of {1}, not an association.', name, entity.name)
    : t('"{0}" is not an association of {1}.', name, entity.name);
  context.report({
    message: `${problem}${hintOf(meant)}${remark}`,
    ...atKey(child),
    ...severity,
    server: parseFault(child, notFound(name, context)),
    ...givenBy(child.name, context),
    fixes: () => (hasVariable(child.name) ? [] : fixesOf(child, meant, context.document.syntax.text)),
  });
}

/** PHP takes the places in a list for names; up to 6.5.6 it is refused as a whole (wrong-type). */
function checkList(list: TypedNode, context: RuleContext): void {
  const refused = list.children.filter((child) => !isDropped(child, context));
  const isTold = !has(context.world.version, 'looseAssociations');
  for (const [index, child] of refused.entries()) {
    context.report({
      message: t('{0} must be {1}.', quoted('associations'), t('an object, not a list')),
      ...atNode(list),
      server: parseFault(child, notFound(child.name ?? '', context)),
      ...(index > 0 || isTold ? { follows: true } : {}),
      fixes: () => mergedAssociations(list, context),
    });
  }
}

/** A value that is no object is dropped together with its key, also an unknown one (since 6.5.6). */
function isDropped(child: TypedNode, { world }: RuleContext): boolean {
  return has(world.version, 'looseAssociations') && child.json.type !== 'object' && child.json.type !== 'array';
}

function notFound(name: string, { world }: RuleContext): Refusal {
  return {
    status: has(world.version, 'dbalCodes') ? 404 : 500,
    code: 'FRAMEWORK__ASSOCIATION_NOT_FOUND',
    detail: `Can not find association by name ${name}`,
    parameters: { association: name },
    stage: 'parse',
  };
}

function hintOf(meant: readonly LoadMeant[]): string {
  const [first, ...others] = meant.map(({ names }) => names);
  if (!first) return '';
  if (others.length > 0) return ` ${t('Did you mean {0}?', oneOf([first, ...others].map((names) => names.join('.'))))}`;
  return first.length > 1 ? ` ${t('Associations are nested: {0}.', nestedEntry(first, '{}'))}` : suggestion(first[0]);
}

function fixesOf(child: TypedNode, meant: readonly LoadMeant[], text: string): readonly Fix[] {
  return meant.flatMap(({ names, isClear }) => {
    const edits = child.parent && moveToAssociation(child, child.parent, names, text);
    if (!edits) return [];
    const isNested = names.length > 1 && meant.length === 1;
    const title = isNested ? t('Nest the associations') : t('Change to "{0}"', names.join('.'));
    return [{ title, edits, preferred: isClear }];
  });
}
