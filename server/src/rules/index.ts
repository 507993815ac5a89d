import { rule as associationAsField } from './association-as-field/index.ts';
import { rule as associationForFilter } from './association-for-filter/index.ts';
import { rule as associationLimit } from './association-limit/index.ts';
import { rule as associationsBesideFields } from './associations-beside-fields/index.ts';
import { rule as bodyNotObject } from './body-not-object/index.ts';
import { rule as brokenJoin } from './broken-join/index.ts';
import { rule as contradictingDirective } from './contradicting-directive/index.ts';
import { rule as countSorting } from './count-sorting/index.ts';
import { rule as deprecatedProperty } from './deprecated-property/index.ts';
import { rule as doubleBound } from './double-bound/index.ts';
import { rule as duplicateAggregation } from './duplicate-aggregation/index.ts';
import { rule as duplicateKey } from './duplicate-key/index.ts';
import { rule as entityNotSearchable } from './entity-not-searchable/index.ts';
import { rule as entityWithoutId } from './entity-without-id/index.ts';
import { rule as exactTotal } from './exact-total/index.ts';
import { rule as filterById } from './filter-by-id/index.ts';
import { rule as groupingColumn } from './grouping-column/index.ts';
import { rule as idAsText } from './id-as-text/index.ts';
import { rule as ignoredPathEnd } from './ignored-path-end/index.ts';
import { rule as includesNotList } from './includes-not-list/index.ts';
import { rule as invalidDirective } from './invalid-directive/index.ts';
import { rule as invalidHeader } from './invalid-header/index.ts';
import { rule as invalidId } from './invalid-id/index.ts';
import { rule as invalidValue } from './invalid-value/index.ts';
import { rule as limitMissing } from './limit-missing/index.ts';
import { rule as limitTooHigh } from './limit-too-high/index.ts';
import { rule as manyToManyCriteria } from './many-to-many-criteria/index.ts';
import { rule as manyToManyPaging } from './many-to-many-paging/index.ts';
import { rule as missingEntity } from './missing-entity/index.ts';
import { rule as missingKey } from './missing-key/index.ts';
import { rule as missingRoute } from './missing-route/index.ts';
import { rule as missingRouteKey } from './missing-route-key/index.ts';
import { rule as multipliedAggregation } from './multiplied-aggregation/index.ts';
import { rule as nullDates } from './null-dates/index.ts';
import { rule as nullParent } from './null-parent/index.ts';
import { rule as operandType } from './operand-type/index.ts';
import { rule as pageWithoutLimit } from './page-without-limit/index.ts';
import { rule as pagingWithIds } from './paging-with-ids/index.ts';
import { rule as partialLoading } from './partial-loading/index.ts';
import { rule as protectedField } from './protected-field/index.ts';
import { rule as quotedJsonKey } from './quoted-json-key/index.ts';
import { rule as rootOnlyKey } from './root-only-key/index.ts';
import type { Rule } from './rule.ts';
import { rule as runtimeField } from './runtime-field/index.ts';
import { rule as sameChild } from './same-child/index.ts';
import { rule as scoreSorting } from './score-sorting/index.ts';
import { rule as singleRow } from './single-row/index.ts';
import { rule as storeOnlyField } from './store-only-field/index.ts';
import { rule as strippedAssociation } from './stripped-association/index.ts';
import { rule as subJoin } from './sub-join/index.ts';
import { rule as syntaxError } from './syntax-error/index.ts';
import { rule as termWithQuery } from './term-with-query/index.ts';
import { rule as termWithoutTexts } from './term-without-texts/index.ts';
import { rule as textResult } from './text-result/index.ts';
import { rule as timeZone } from './time-zone/index.ts';
import { rule as toOneCriteria } from './to-one-criteria/index.ts';
import { rule as unfindableId } from './unfindable-id/index.ts';
import { rule as unknownAlias } from './unknown-alias/index.ts';
import { rule as unknownAssociation } from './unknown-association/index.ts';
import { rule as unknownCustomField } from './unknown-custom-field/index.ts';
import { rule as unknownDirective } from './unknown-directive/index.ts';
import { rule as unknownEntity } from './unknown-entity/index.ts';
import { rule as unknownField } from './unknown-field/index.ts';
import { rule as unknownIdProperty } from './unknown-id-property/index.ts';
import { rule as unknownKey } from './unknown-key/index.ts';
import { rule as unknownProperty } from './unknown-property/index.ts';
import { rule as unknownRoute } from './unknown-route/index.ts';
import { rule as unknownShop } from './unknown-shop/index.ts';
import { rule as unknownType } from './unknown-type/index.ts';
import { rule as unknownValue } from './unknown-value/index.ts';
import { rule as unknownVariable } from './unknown-variable/index.ts';
import { rule as unloadableAssociation } from './unloadable-association/index.ts';
import { rule as unloadedInclude } from './unloaded-include/index.ts';
import { rule as unreadableAggregation } from './unreadable-aggregation/index.ts';
import { rule as unstablePaging } from './unstable-paging/index.ts';
import { rule as unsupportedRangeField } from './unsupported-range-field/index.ts';
import { rule as unusedDisable } from './unused-disable/index.ts';
import { rule as wrongType } from './wrong-type/index.ts';

/** Every rule. Adding one is a folder and a line here; their order does not matter. */
export const RULES: readonly Rule[] = [
  associationAsField,
  associationForFilter,
  associationLimit,
  associationsBesideFields,
  bodyNotObject,
  brokenJoin,
  contradictingDirective,
  countSorting,
  deprecatedProperty,
  doubleBound,
  duplicateAggregation,
  duplicateKey,
  entityNotSearchable,
  entityWithoutId,
  exactTotal,
  filterById,
  groupingColumn,
  idAsText,
  ignoredPathEnd,
  includesNotList,
  invalidDirective,
  invalidHeader,
  invalidId,
  invalidValue,
  limitMissing,
  limitTooHigh,
  manyToManyCriteria,
  manyToManyPaging,
  missingEntity,
  missingKey,
  missingRoute,
  missingRouteKey,
  multipliedAggregation,
  nullDates,
  nullParent,
  operandType,
  pageWithoutLimit,
  pagingWithIds,
  partialLoading,
  protectedField,
  quotedJsonKey,
  rootOnlyKey,
  runtimeField,
  sameChild,
  scoreSorting,
  singleRow,
  storeOnlyField,
  strippedAssociation,
  subJoin,
  syntaxError,
  termWithQuery,
  termWithoutTexts,
  textResult,
  timeZone,
  toOneCriteria,
  unfindableId,
  unknownAlias,
  unknownAssociation,
  unknownCustomField,
  unknownDirective,
  unknownEntity,
  unknownField,
  unknownIdProperty,
  unknownKey,
  unknownProperty,
  unknownRoute,
  unknownShop,
  unknownType,
  unknownValue,
  unknownVariable,
  unloadableAssociation,
  unloadedInclude,
  unreadableAggregation,
  unstablePaging,
  unsupportedRangeField,
  unusedDisable,
  wrongType,
];
