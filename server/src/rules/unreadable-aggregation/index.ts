import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { Field, FieldType, Property } from '../../schema/entitySchema.ts';
import { isPriceField } from '../../schema/priceFields.ts';
import type { ResolvedPath } from '../../schema/resolvePath.ts';
import { has } from '../../shopware/changes.ts';
import { phpRefusal, type Refusal } from '../../shopware/refusal.ts';
import { memberOf } from '../conditions.ts';
import { changeTo } from '../edits.ts';
import { entityMeant } from '../entityMeant.ts';
import { atNode, sqlFault } from '../findings.ts';
import { suggestion } from '../messages.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';
import { asSent, givenBy, hasVariable } from '../variables.ts';

/** An aggregation whose result the shop cannot write, once there is one (reference, section 4). */
export const rule: Rule = {
  meta: {
    code: 'unreadable-aggregation',
    severity: 'warning',
    description: 'An aggregation that fails as soon as rows are found.',
  },
  create: (context) => ({
    aggregation: (node) => {
      const reason = reasonFor(node, context);
      if (!reason) return;
      const server = sqlFault(node, { ...reason.refusal, when: 'rows' });
      context.report({
        message: reason.message,
        ...atNode(reason.at),
        ...givenBy(reason.at.json.value, context),
        fixes: () => fixesOf(reason),
        ...(server ? { server: { ...server, refusal: { ...server.refusal, when: 'rows' } } } : {}),
      });
    },
  }),
};

interface Reason {
  readonly message: string;
  readonly refusal: Refusal;
  readonly at: TypedNode;
  /** What should stand there instead. */
  readonly meant?: string;
}

/** A variable may be right elsewhere. */
function fixesOf({ at, meant }: Reason): readonly Fix[] {
  return meant === undefined || hasVariable(at.json.value) ? [] : [changeTo(at.json, meant, true)];
}

function reasonFor(node: TypedNode, context: RuleContext): Reason | undefined {
  const field = memberOf(node, 'field');
  const path = field && context.path(field);
  if (!field || !path || path.refused || path.target?.kind !== 'field') return undefined;
  const read = readAt(path, path.target);
  switch (node.type) {
    case 'max':
    case 'min':
    case 'stats':
      return read && idReason(node.type, field, read);
    case 'histogram':
      return read && dateReason(field, read);
    case 'entity':
      return definitionReason(node, context) ?? (read && noIdReason(field, read));
    default:
      return undefined;
  }
}

/** What the values at the end of a path are; undefined where nobody can tell. */
interface Read {
  readonly name: string;
  readonly type: FieldType;
}

/** Behind anything but JSON the shop throws the rest of a path away; the parts of a price are numbers (sections 5.1, 5.3). */
function readAt({ rest, targetEntity = '' }: ResolvedPath, target: Field): Read | undefined {
  if (rest.length === 0 || target.type !== 'json_object') return target;
  if (isPriceField(targetEntity, target.name)) return { name: target.name, type: 'float' };
  let inside: Property | undefined = target;
  for (const { text } of rest) inside = inside?.kind === 'field' ? inside.properties.get(text) : undefined;
  return inside?.kind === 'field' ? inside : undefined;
}

function idReason(type: string, at: TypedNode, { type: fieldType }: Read): Reason | undefined {
  if (fieldType !== 'uuid') return undefined;
  return {
    message: t(
      '"{0}" of an id is raw bytes, which the shop cannot write as JSON: it fails as soon as there is a row.',
      type,
    ),
    refusal: phpRefusal('respond', 'Malformed UTF-8 characters, possibly incorrectly encoded'),
    at,
  };
}

function dateReason(at: TypedNode, { type, name }: Read): Reason | undefined {
  if (type === 'date') return undefined;
  return {
    message: t(
      'A histogram counts by date, and "{0}" is not one: the shop fails on the first value that it cannot read as a date.',
      name,
    ),
    refusal: phpRefusal('aggregate', 'Failed to parse time string'),
    at,
  };
}

function noIdReason(at: TypedNode, { type, name }: Read): Reason | undefined {
  if (type === 'uuid' || type === 'json_list') return undefined;
  return {
    message: t('An entity aggregation reads its field as ids, and "{0}" contains none.', name),
    refusal: { status: 400, code: 'FRAMEWORK__INVALID_UUID', detail: 'Value is not a valid UUID', stage: 'aggregate' },
    at,
  };
}

function definitionReason(node: TypedNode, context: RuleContext): Reason | undefined {
  const { world } = context;
  const at = memberOf(node, 'definition');
  const name = at && asSent(at.json.value, context);
  if (!at || typeof name !== 'string' || hasVariable(name)) return undefined;
  if (world.schema.isMapping(name)) {
    return {
      message: t('{0} only connects two entities and cannot be read.', name),
      refusal: {
        ...phpRefusal('aggregate', 'Mapping definition neither have entities nor collection.'),
        code: 'FRAMEWORK__MAPPING_ENTITY_DEFINITION_CLASSES',
      },
      at,
    };
  }
  if (world.schema.has(name)) return undefined;
  const meant = entityMeant(name, world.schema);
  return {
    ...(meant === undefined ? {} : { meant }),
    message: `${t('There is no entity "{0}".', name)}${suggestion(meant)}`,
    refusal: {
      status: has(world.version, 'unknownDefinition400') ? 400 : 500,
      code: 'FRAMEWORK__EntityRepository_NOT_FOUND',
      detail: `EntityRepository for entity "${name}" does not exist.`,
      parameters: { entityName: name },
      stage: 'aggregate',
    },
    at,
  };
}
