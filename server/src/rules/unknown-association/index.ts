import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { Entity, EntitySchema } from '../../schema/entitySchema.ts';
import { has } from '../../shopware/changes.ts';
import type { Refusal } from '../../shopware/refusal.ts';
import { mergedAssociations } from '../associationFixes.ts';
import { atKey, atNode, parseFault } from '../findings.ts';
import { certainty, oneOf, quoted, suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import { moveToAssociation, nestedEntry } from '../nestAssociation.ts';
import { propertyMeant } from '../propertyMeant.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';
import { givenBy, hasVariable, sentText } from '../variables.ts';

/** A key below `associations` that is no association of the entity: the most frequent mistake (reference, 2.6). */
export const rule: Rule = {
  meta: {
    code: 'unknown-association',
    severity: 'error',
    description: 'A key below "associations" that is no association of the entity.',
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

function checkKey(child: TypedNode, entity: Entity, context: RuleContext): void {
  const { text: name } = sentText(child.name ?? '', context);
  if (child.shadowed || child.association || hasVariable(name) || isDropped(child, context)) return;
  const property = entity.properties.get(name);
  if (property?.kind === 'association') return;
  const meant = meantBy(name, entity, context.world.schema);
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

/** The parts of a dotted key that begins with an association; `product.` in front is the entity itself. */
function nestedNames(name: string, entity: Entity): readonly string[] | undefined {
  const parts = name.split('.');
  const names = parts[0] === entity.name ? parts.slice(1) : parts;
  if (parts.length < 2 || entity.properties.get(names[0] ?? '')?.kind !== 'association') return undefined;
  return names;
}

function associationMeant(name: string, entity: Entity): string | undefined {
  const meant = propertyMeant(name, entity);
  if (meant !== undefined && entity.properties.get(meant)?.kind === 'association') return meant;
  const associations = [...entity.properties.values()].flatMap((property) =>
    property.kind === 'association' ? [property] : [],
  );
  const byKey = associations.find(({ localField, toMany }) => localField === name && !toMany);
  if (byKey) return byKey.name;
  const names = associations.map((association) => association.name);
  return nearest(name.replace(/Ids?$/, ''), names);
}

/** Associations from which one of this name can be loaded: `media.thumbnails` for `thumbnails`. */
function waysTo(name: string, entity: Entity, schema: EntitySchema): readonly (readonly string[])[] {
  if (COMMON.has(name)) return [];
  const holds = (target: string): boolean => schema.entity(target)?.properties.get(name)?.kind === 'association';
  return [...entity.properties.values()].flatMap((property) =>
    property.kind === 'association' && property.entity !== entity.name && holds(property.entity)
      ? [[property.name, name]]
      : [],
  );
}

/** Names that many entities have say nothing about which one is meant. */
const COMMON = new Set(['translations', 'parent', 'children']);

/** What was meant, each the names that lead there from where the key stands. */
interface Meant {
  readonly nested: boolean;
  readonly ways: readonly (readonly string[])[];
}

function meantBy(name: string, entity: Entity, schema: EntitySchema): Meant {
  const dotted = nestedNames(name, entity);
  if (dotted) return { nested: true, ways: [dotted] };
  const near = associationMeant(name, entity);
  if (near !== undefined) return { nested: false, ways: [[near]] };
  return { nested: true, ways: entity.properties.has(name) ? [] : waysTo(name, entity, schema).slice(0, 3) };
}

function hintOf({ nested, ways }: Meant): string {
  const [first] = ways;
  if (!first) return '';
  if (ways.length > 1) return ` ${t('Did you mean {0}?', oneOf(ways.map((way) => way.join('.'))))}`;
  return nested ? ` ${t('Associations are nested: {0}.', nestedEntry(first, '{}'))}` : suggestion(first[0]);
}

function fixesOf(child: TypedNode, { nested, ways }: Meant, text: string): readonly Fix[] {
  return ways.flatMap((way) => {
    const edits = child.parent && moveToAssociation(child, child.parent, way, text);
    if (!edits) return [];
    const isOnly = ways.length === 1;
    const title = nested && isOnly ? t('Nest the associations') : t('Change to "{0}"', way.join('.'));
    return [{ title, edits, preferred: isOnly }];
  });
}
