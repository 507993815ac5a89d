import { has } from '../../shopware/changes.ts';
import type { ShopwareVersion } from '../../shopware/version.ts';
import { isEmpty, isNumeric, toText } from '../php.ts';
import { NAME } from './aggregationKeys.ts';
import { AGGREGATION_TYPE_MISSING, AGGREGATIONS } from './aggregations.ts';
import { aggregationAnswer, FILTER_TYPE_MISSING, filterAnswer, notText, phpAnswer } from './answers.ts';
import { FILTERS } from './filters.ts';
import type { Check, FamilyName, Key, Shape } from './types.ts';

/** Objects whose `type` picks the shape. */
export const FAMILIES: Readonly<Record<FamilyName, Readonly<Record<string, Shape>>>> = {
  filter: FILTERS,
  aggregation: AGGREGATIONS,
};

/** A shape with the `type` that picks it. */
export interface TypedShape {
  readonly shape: Shape;
  readonly type: string;
}

/** The shape that a written `type` picks in this version, with its `type` key; undefined where it picks none. */
export function shapeOfType(family: FamilyName, type: unknown, version: ShopwareVersion): TypedShape | undefined {
  // PHP compares loosely: `true` is the first type of the switch (section 3).
  const name = type === true && family === 'filter' ? 'equals' : type;
  const known = typeof name === 'string' ? TYPED[family].get(name) : undefined;
  return known?.shape.since && !has(version, known.shape.since) ? undefined : known;
}

/** The types that a version has. */
export function typesOf(family: FamilyName, version: ShopwareVersion): readonly string[] {
  const known = Object.entries(FAMILIES[family]).filter(([, { since }]) => !since || has(version, since));
  return known.map(([type]) => type);
}

/** The shape of an object whose type is missing or unknown: all keys of the family, so that completion goes on. */
export function shapeWithoutType(family: FamilyName): Shape {
  return UNTYPED[family];
}

function typeKey(family: FamilyName, checks: readonly Check[]): Key {
  const words = Object.entries(FAMILIES[family]).map(([value, shape]) => ({
    value,
    doc: shape.doc,
    ...(shape.since ? { since: shape.since } : {}),
  }));
  return {
    value: { is: 'word', words },
    doc: family === 'filter' ? 'The kind of filter.' : 'The kind of aggregation.',
    required: true,
    checks,
  };
}

function withTypeKeys(family: FamilyName): ReadonlyMap<string, TypedShape> {
  const key = typeKey(family, []);
  return new Map(
    Object.entries(FAMILIES[family]).map(([type, shape]) => [
      type,
      { type, shape: { ...shape, keys: { type: key, ...shape.keys } } },
    ]),
  );
}

/** All keys of the family without their checks: what is wrong with them is not known without the type. */
function uncheckedKeys(family: FamilyName): Record<string, Key> {
  const all: Record<string, Key> = {};
  for (const shape of Object.values(FAMILIES[family])) {
    for (const [name, { checks: _, required: __, ...key }] of Object.entries(shape.keys)) all[name] ??= key;
  }
  return all;
}

const FILTER_TYPE_CHECKS: readonly Check[] = [
  { rule: 'missing-key', fails: isEmpty, answer: FILTER_TYPE_MISSING },
  {
    rule: 'unknown-type',
    fails: () => true,
    answer: ({ type }) => filterAnswer(`Unsupported filter type: ${toText(type)}`, '/type'),
  },
];

function isNoType(type: unknown): boolean {
  return notText(type) || isNumeric(type);
}

const AGGREGATION_TYPE_CHECKS: readonly Check[] = [
  { rule: 'missing-key', fails: isEmpty, answer: AGGREGATION_TYPE_MISSING },
  {
    rule: 'wrong-type',
    fails: isNoType,
    expects: 'a type of aggregation such as "terms"',
    answer: AGGREGATION_TYPE_MISSING,
  },
];

/** The server asks for `field` before it looks whether it knows the type. */
const FIELD_OF_UNKNOWN_TYPE: readonly Check[] = [
  {
    rule: 'missing-key',
    fails: (value, { type }) => isEmpty(value) && type !== 'filter',
    answer: ({ type }) => aggregationAnswer('The aggregation should contain a "field".', `/${toText(type)}/field`),
  },
  {
    rule: 'wrong-type',
    fails: notText,
    expects: 'a field path as a string',
    answer: phpAnswer('buildFieldName(): Argument #2 ($fieldName) must be of type string'),
  },
  {
    rule: 'unknown-type',
    marks: 'type',
    fails: (_, { type }) => !isNoType(type),
    answer: ({ type }) => aggregationAnswer(`The aggregation type "${toText(type)}" used as key does not exist.`),
  },
];

function makeUntyped(): Readonly<Record<FamilyName, Shape>> {
  const { field, name: _, ...rest } = uncheckedKeys('aggregation');
  return {
    filter: {
      title: 'a filter',
      doc: 'A condition; its "type" says which.',
      page: 'searchCriteria',
      keys: { type: typeKey('filter', FILTER_TYPE_CHECKS), ...uncheckedKeys('filter') },
    },
    aggregation: {
      title: 'an aggregation',
      doc: 'A calculation; its "type" says which.',
      page: 'searchCriteria',
      keys: {
        name: NAME,
        type: typeKey('aggregation', AGGREGATION_TYPE_CHECKS),
        ...(field ? { field: { ...field, checks: FIELD_OF_UNKNOWN_TYPE } } : {}),
        ...rest,
      },
    },
  };
}

const TYPED: Readonly<Record<FamilyName, ReadonlyMap<string, TypedShape>>> = {
  filter: withTypeKeys('filter'),
  aggregation: withTypeKeys('aggregation'),
};

const UNTYPED = makeUntyped();
