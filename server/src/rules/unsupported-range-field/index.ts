import { t } from '@vscode/l10n';
import { type Field, hasFlag } from '../../schema/entitySchema.ts';
import { isPriceField } from '../../schema/priceFields.ts';
import { has } from '../../shopware/changes.ts';
import { phpRefusal, type Refusal } from '../../shopware/refusal.ts';
import { atNode, refusedBy, sqlFault } from '../findings.ts';
import type { PathSite, Rule, RuleContext } from '../rule.ts';

/** A range aggregation over a field that is no number (reference, section 4). */
export const rule: Rule = {
  meta: {
    code: 'unsupported-range-field',
    severity: 'error',
    description: 'A range aggregation over a field that is not a plain number.',
  },
  create: (context) => ({
    paths: (site) => {
      if (site.node.name !== 'field' || site.node.parent?.type !== 'range' || site.use !== 'aggregation') return;
      const { target, refused } = site.path;
      if (refused || target?.kind !== 'field' || isSupported(site, target, context)) return;
      const server = sqlFault(site.node, refusalFor(site, target, context));
      context.report({
        message: t(
          '"{0}" is not a plain number: a range aggregation takes columns of the types int, float and price.',
          site.path.text,
        ),
        ...atNode(site.node),
        ...refusedBy(server),
      });
    },
  }),
};

/** The schema says int, but the shop's own field class is another one. */
const SPECIAL_INTEGERS = ['autoIncrement', 'childCount'];

function isSupported({ path }: PathSite, field: Field, { world }: RuleContext): boolean {
  if (path.rest.length > 0 || path.targetEntity === undefined) return isPrice(path.targetEntity, field);
  if (field.type === 'float') return true;
  if (field.type !== 'int') return isPrice(path.targetEntity, field);
  const isSpecial = SPECIAL_INTEGERS.includes(field.name) || `${path.targetEntity}.${field.name}` === 'category.level';
  if (isSpecial) return !has(world.version, 'rangeAggregationStrict');
  return !hasFlag(field, 'translatable') || has(world.version, 'rangeOnTranslatedInt');
}

function isPrice(entity: string | undefined, field: Field): boolean {
  return entity !== undefined && isPriceField(entity, field.name);
}

function refusalFor({ path }: PathSite, target: Field, { world }: RuleContext): Refusal {
  const parameters = {
    aggregationType: `${NAMESPACE}Search\\Aggregation\\Metric\\RangeAggregation`,
    field: path.fullText,
    fieldClass: classOf(target),
    supportedFields: ['PriceField', 'FloatField', 'IntField'].map((name) => `${NAMESPACE}Field\\${name}`).join(', '),
  };
  const { aggregationType, field, fieldClass, supportedFields } = parameters;
  const detail = `Provided field "${field}" of type "${fieldClass}" is not supported in "${aggregationType}" (supported fields: ${supportedFields})`;
  const refusal = phpRefusal('aggregate', detail);
  return has(world.version, 'aggregationErrorCodes')
    ? { ...refusal, code: 'FRAMEWORK__NOT_SUPPORTED_FIELD_FOR_AGGREGATION', parameters }
    : refusal;
}

const NAMESPACE = 'Shopware\\Core\\Framework\\DataAbstractionLayer\\';

/** The class that the shop's text names, as far as the schema tells. */
function classOf({ name, type }: Field): string {
  const own = name.endsWith('VersionId') ? 'ReferenceVersionField' : CLASSES_BY_NAME[name];
  return `${NAMESPACE}Field\\${own ?? CLASSES_BY_TYPE[type]}`;
}

const CLASSES_BY_NAME: Readonly<Record<string, string>> = {
  id: 'IdField',
  versionId: 'VersionField',
  createdAt: 'CreatedAtField',
  updatedAt: 'UpdatedAtField',
  autoIncrement: 'AutoIncrementField',
  childCount: 'ChildCountField',
  level: 'TreeLevelField',
  customFields: 'CustomFields',
};

const CLASSES_BY_TYPE: Readonly<Record<Field['type'], string>> = {
  uuid: 'FkField',
  string: 'StringField',
  text: 'LongTextField',
  password: 'PasswordField',
  blob: 'BlobField',
  int: 'IntField',
  float: 'FloatField',
  boolean: 'BoolField',
  date: 'DateTimeField',
  json_object: 'JsonField',
  json_list: 'ListField',
  opaque: 'Field',
};
