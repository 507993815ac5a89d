import { rule as associationAsField } from './association-as-field/index.ts';
import { rule as associationLimit } from './association-limit/index.ts';
import { rule as bodyNotObject } from './body-not-object/index.ts';
import { rule as brokenJoin } from './broken-join/index.ts';
import { rule as countSorting } from './count-sorting/index.ts';
import { rule as entityNotSearchable } from './entity-not-searchable/index.ts';
import { rule as entityWithoutId } from './entity-without-id/index.ts';
import { rule as groupingColumn } from './grouping-column/index.ts';
import { rule as includesNotList } from './includes-not-list/index.ts';
import { rule as invalidDirective } from './invalid-directive/index.ts';
import { rule as invalidId } from './invalid-id/index.ts';
import { rule as invalidValue } from './invalid-value/index.ts';
import { rule as limitTooHigh } from './limit-too-high/index.ts';
import { rule as manyToManyCriteria } from './many-to-many-criteria/index.ts';
import { rule as missingEntity } from './missing-entity/index.ts';
import { rule as missingKey } from './missing-key/index.ts';
import { rule as partialLoading } from './partial-loading/index.ts';
import { rule as protectedField } from './protected-field/index.ts';
import type { Rule } from './rule.ts';
import { rule as runtimeField } from './runtime-field/index.ts';
import { rule as storeOnlyField } from './store-only-field/index.ts';
import { rule as subJoin } from './sub-join/index.ts';
import { rule as syntaxError } from './syntax-error/index.ts';
import { rule as unknownAlias } from './unknown-alias/index.ts';
import { rule as unknownAssociation } from './unknown-association/index.ts';
import { rule as unknownDirective } from './unknown-directive/index.ts';
import { rule as unknownEntity } from './unknown-entity/index.ts';
import { rule as unknownField } from './unknown-field/index.ts';
import { rule as unknownIdProperty } from './unknown-id-property/index.ts';
import { rule as unknownKey } from './unknown-key/index.ts';
import { rule as unknownProperty } from './unknown-property/index.ts';
import { rule as unknownShop } from './unknown-shop/index.ts';
import { rule as unknownType } from './unknown-type/index.ts';
import { rule as unknownValue } from './unknown-value/index.ts';
import { rule as unloadableAssociation } from './unloadable-association/index.ts';
import { rule as unreadableAggregation } from './unreadable-aggregation/index.ts';
import { rule as unsupportedRangeField } from './unsupported-range-field/index.ts';
import { rule as wrongType } from './wrong-type/index.ts';

/** Every rule. Adding one is a folder and a line here; their order does not matter. */
export const RULES: readonly Rule[] = [
  associationAsField,
  associationLimit,
  bodyNotObject,
  brokenJoin,
  countSorting,
  entityNotSearchable,
  entityWithoutId,
  groupingColumn,
  includesNotList,
  invalidDirective,
  invalidId,
  invalidValue,
  limitTooHigh,
  manyToManyCriteria,
  missingEntity,
  missingKey,
  partialLoading,
  protectedField,
  runtimeField,
  storeOnlyField,
  subJoin,
  syntaxError,
  unknownAlias,
  unknownAssociation,
  unknownDirective,
  unknownEntity,
  unknownField,
  unknownIdProperty,
  unknownKey,
  unknownProperty,
  unknownShop,
  unknownType,
  unknownValue,
  unloadableAssociation,
  unreadableAggregation,
  unsupportedRangeField,
  wrongType,
];
