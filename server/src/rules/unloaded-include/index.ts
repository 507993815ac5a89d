import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { has } from '../../shopware/changes.ts';
import { memberOf } from '../conditions.ts';
import { addEntry } from '../edits.ts';
import { atNode } from '../findings.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';

/** Associations that are there although nobody asks for them (reference, section 2.6). */
const BY_THEMSELVES = [
  'order.orderCustomer',
  'media_default_folder.folder',
  'media_folder_configuration.mediaThumbnailSizes',
];

/** `includes` names an association that the criteria does not load: it stays null (reference, section 2.7). */
export const rule: Rule = {
  meta: {
    code: 'unloaded-include',
    severity: 'information',
    description: '"includes" names an association that is not loaded.',
  },
  create: (context) => {
    let loaders: ReadonlyMap<string, readonly TypedNode[]> | undefined;
    return {
      property: (node) => {
        const { root } = context.document;
        const alias = node.parent?.name ?? '';
        const name = node.json.value;
        const property = context.world.schema.entity(alias)?.properties.get(String(name));
        if (!root || context.world.api === 'store' || property?.kind !== 'association') return;
        // Many loaded by themselves once, and no schema says which.
        if (!property.toMany && !has(context.world.version, 'fewAutoloads')) return;
        if (node.criteria !== root || node.parent?.parent?.name !== 'includes' || memberOf(root, 'fields')) return;
        loaders ??= criteriaByEntity(root);
        const owners = loaders.get(alias) ?? [];
        if (owners.length === 0 || BY_THEMSELVES.includes(`${alias}.${name}`)) return;
        if (owners.some((owner) => loads(owner, property.name))) return;
        context.report({
          message: t('"{0}" of {1} is not loaded, so it stays null: name it in "associations".', property.name, alias),
          ...atNode(node),
          fixes: () => owners.slice(0, 1).flatMap((owner) => addAssociation(owner, property.name, context)),
        });
      },
    };
  },
};

function criteriaByEntity(root: TypedNode): ReadonlyMap<string, readonly TypedNode[]> {
  const found = new Map<string, TypedNode[]>();
  const collect = (criteria: TypedNode): void => {
    if (criteria.entity !== undefined) found.set(criteria.entity, [...(found.get(criteria.entity) ?? []), criteria]);
    for (const child of memberOf(criteria, 'associations')?.children ?? []) if (!child.shadowed) collect(child);
  };
  collect(root);
  return found;
}

function loads(owner: TypedNode, name: string): boolean {
  const associations = memberOf(owner, 'associations');
  return associations !== undefined && memberOf(associations, name) !== undefined;
}

function addAssociation(owner: TypedNode, name: string, { document }: RuleContext): readonly Fix[] {
  const { text } = document.syntax;
  const associations = memberOf(owner, 'associations');
  if (owner.json.type !== 'object' || (associations && associations.json.type !== 'object')) return [];
  const edits = associations
    ? addEntry(text, associations.json, `"${name}": {}`)
    : addEntry(text, owner.json, `"associations": { "${name}": {} }`);
  return [{ title: t('Add "{0}" to the associations', name), edits, preferred: true }];
}
