import { t } from '@vscode/l10n';
import type { Analysis } from '../../../analysis/analyze.ts';
import { memberValues } from '../../../criteria/memberValues.ts';
import type { TypedNode } from '../../../criteria/typedTree.ts';
import {
  aggregationAliases,
  knownAliases,
  propertiesOfAlias,
  propertiesOfResult,
  responseAliases,
} from '../../../rules/aliases.ts';
import { memberOf } from '../../../rules/conditions.ts';
import { customFieldsIn } from '../../../schema/customFields.ts';
import { type Entity, isReadable } from '../../../schema/entitySchema.ts';
import { entityOfIds } from '../../reading/ids.ts';
import { kindOfProperty, remarksOn } from '../../reading/property.ts';
import { combinedKeys } from '../combinedKeys.ts';
import type { Offer } from '../completion.ts';
import type { KeyPlace, ValuePlace } from '../place.ts';
import { loadableAssociations } from '../probe.ts';
import { rankOfAssociation, rankOfEntity, rankOfOutput } from '../usefulness.ts';

/** The keys of maps: associations that may be loaded, and apiAliases. */
export function mapKeyOffers(place: KeyPlace, analysis: Analysis): readonly Offer[] {
  const { expected } = place.owner;
  if (expected.is === 'object' && expected.shape === 'combinedId') return combinedKeyOffers(place, analysis);
  if (expected.is !== 'map') return [];
  if (expected.keys === 'association') return associationOffers(place, analysis);
  if (expected.keys === 'alias') return aliasOffers(place, analysis);
  return [];
}

function associationOffers({ owner, present, hasColon }: KeyPlace, { world }: Analysis): readonly Offer[] {
  return loadableAssociations(owner.entity ?? '', memberValues(owner.criteria).fields, world)
    .filter(({ name }) => !present.has(name))
    .map((association) => ({
      label: association.name,
      kind: 'association',
      detail: kindOfProperty(association),
      documentation: remarksOn(association).join('  \n'),
      ...(hasColon ? {} : { text: `${JSON.stringify(association.name)}: {$1}`, snippet: true }),
      rank: rankOfAssociation(association),
    }));
}

/** The parts of an id, of an entity that has no single one. */
function combinedKeyOffers({ owner, present, hasColon }: KeyPlace, { world }: Analysis): readonly Offer[] {
  return combinedKeys(world.schema.entity(owner.entity ?? ''))
    .filter(({ name }) => !present.has(name))
    .map((property) => ({
      label: property.name,
      kind: 'field',
      detail: kindOfProperty(property),
      ...(hasColon ? {} : { text: `${JSON.stringify(property.name)}: "$1"`, snippet: true }),
    }));
}

/** Aliases that this answer holds come first. */
function aliasOffers({ present, hasColon }: KeyPlace, { document, world }: Analysis): readonly Offer[] {
  const { root } = document;
  const groups = [
    { detail: t('in this answer'), aliases: root ? responseAliases(root) : [] },
    { detail: t('an aggregation of this criteria'), aliases: root ? aggregationAliases(root) : [] },
    { detail: t('other'), aliases: knownAliases(world) },
  ];
  return groups.flatMap(({ detail, aliases }, rank) =>
    aliases
      .filter((alias) => !present.has(alias))
      .map((alias) => ({
        label: alias,
        kind: 'alias' as const,
        detail: rank < 2 ? detail : world.schema.has(alias) ? t('entity') : t('struct'),
        ...(hasColon ? {} : { text: `${JSON.stringify(alias)}: [$1]`, snippet: true, retrigger: true }),
        rank: rank < 2 ? rank : world.schema.has(alias) ? 2 + rankOfEntity(alias) : 4,
      })),
  );
}

/** Properties of an alias that the list does not name yet; names of entities. */
export function nameOffers(place: ValuePlace, analysis: Analysis): readonly Offer[] {
  const { world } = analysis;
  if (place.expected.is === 'property') return propertyOffers(place, world);
  if (place.expected.is !== 'entityName') return [];
  const meant = entityBeside(place, analysis);
  return world.schema.entityNames
    .filter((name) => !world.schema.isMapping(name))
    .map((name) => ({
      label: name,
      kind: 'entity',
      ...(name === meant ? { preselect: true, rank: 0 } : { rank: 1 + rankOfEntity(name) }),
    }));
}

/** The entity whose ids stand in the field beside a name. */
function entityBeside({ owner, entity }: ValuePlace, analysis: Analysis): string | undefined {
  return entityOfIds(memberValues(owner).field, entity, analysis);
}

function propertyOffers({ owner, slot }: ValuePlace, world: Analysis['world']): readonly Offer[] {
  const alias = owner.name ?? '';
  const named = new Set(owner.children.filter(({ json }) => json.offset !== slot.start).map(({ json }) => json.value));
  const entity = world.schema.entity(alias);
  const known = propertiesOfResult(alias, owner.criteria) ?? propertiesOfAlias(alias, world) ?? [];
  const loaded = loadedAssociations(owner.criteria, alias);
  const offers = known.map((name) => {
    const property = entity?.properties.get(name);
    return {
      label: name,
      kind: property?.kind === 'association' ? ('association' as const) : ('field' as const),
      ...(property ? { detail: kindOfProperty(property), documentation: remarksOn(property).join('  \n') } : {}),
      rank: property ? rankOfOutput(property, loaded) : 3,
    };
  });
  return [...offers, ...customFieldOffers(entity, world)].filter(({ label }) => !named.has(label));
}

/** The associations that this criteria loads of the rows of an alias, at whatever depth. */
function loadedAssociations(criteria: TypedNode, alias: string): ReadonlySet<string> {
  const members = memberOf(criteria, 'associations')?.children ?? [];
  const own = criteria.entity === alias ? members.flatMap(({ name }) => name ?? []) : [];
  return new Set([...own, ...members.flatMap((member) => [...loadedAssociations(member, alias)])]);
}

/** Only the Store API picks parts of a property (reference, section 2.7), of those that it gives away. */
function customFieldOffers(entity: Entity | undefined, { api }: Analysis['world']): readonly Offer[] {
  if (api !== 'store') return [];
  return customFieldsIn(entity?.properties.get('customFields'))
    .filter((field) => isReadable(field, api))
    .map((field) => ({
      label: `customFields.${field.name}`,
      kind: 'field',
      detail: kindOfProperty(field),
      documentation: remarksOn(field).join('  \n'),
      rank: 1,
    }));
}
