import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { Entity } from '../../schema/entitySchema.ts';
import { has } from '../../shopware/changes.ts';
import type { Refusal } from '../../shopware/refusal.ts';
import { renameKey, replaceNode, textOf } from '../edits.ts';
import { atKey, parseFault } from '../findings.ts';
import { certainty, suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import { propertyMeant } from '../propertyMeant.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';

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
      for (const child of node.children) checkKey(child, entity, context);
    },
  }),
};

function checkKey(child: TypedNode, entity: Entity, context: RuleContext): void {
  const name = child.name ?? '';
  if (child.shadowed || child.association || isDropped(child, context)) return;
  const property = entity.properties.get(name);
  const meant = associationMeant(name, entity);
  const { remark, ...severity } = property ? { remark: '' } : certainty(context.world);
  const problem = property
    ? t('"{0}" is a field of {1}, not an association.', name, entity.name)
    : t('"{0}" is not an association of {1}.', name, entity.name);
  context.report({
    message: `${problem}${dottedRemark(name, entity)}${suggestion(meant)}${remark}`,
    ...atKey(child),
    ...severity,
    server: parseFault(child, notFound(name, context)),
    fixes: () => fixesOf(child, meant, entity, context.document.syntax.text),
  });
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

function dottedRemark(name: string, entity: Entity): string {
  const nested = nestedNames(name, entity);
  return nested ? ` ${t('Associations are nested: {0}.', nest(nested, '{}'))}` : '';
}

/** The parts of a dotted key that begins with an association; `product.` in front is the entity itself. */
function nestedNames(name: string, entity: Entity): readonly string[] | undefined {
  const parts = name.split('.');
  const names = parts[0] === entity.name ? parts.slice(1) : parts;
  if (parts.length < 2 || entity.properties.get(names[0] ?? '')?.kind !== 'association') return undefined;
  return names;
}

/** `"manufacturer": {"associations": {"media": {}}}`. */
function nest([first = '', ...rest]: readonly string[], value: string): string {
  const key = JSON.stringify(first);
  return rest.length === 0 ? `${key}: ${value}` : `${key}: { "associations": { ${nest(rest, value)} } }`;
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

function fixesOf(child: TypedNode, meant: string | undefined, entity: Entity, text: string): readonly Fix[] {
  const entry = child.json.parent;
  const nested = nestedNames(child.name ?? '', entity);
  if (nested && entry) {
    const edits = [replaceNode(entry, nest(nested, textOf(text, child.json)))];
    return [{ title: t('Nest the associations'), edits, preferred: true }];
  }
  if (meant === undefined || !child.keyNode) return [];
  return [{ title: t('Change to "{0}"', meant), edits: [renameKey(child.keyNode, meant)], preferred: true }];
}
