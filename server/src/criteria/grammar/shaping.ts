import { isArray, isEmpty, isList, isSet, typeName } from '../php.ts';
import { notArray, notObject, phpAnswer, plainAnswer } from './answers.ts';
import type { Answer, Check, FailedValue, Key, Value } from './types.ts';

function isListOfNames(value: unknown): boolean {
  return isArray(value) && !isEmpty(value) && isList(value);
}

/** `includes` and `excludes`: the faults of single aliases are only met when the answer is written (section 2.7). */
export function shaping(key: 'includes' | 'excludes'): Omit<Key, 'doc'> {
  const mustBeObject = (_: unknown, { value }: FailedValue): Answer => {
    const type = typeName(value);
    const detail = `Expected data at ${key} to be of the type array, ${type} given`;
    return plainAnswer(400, 'FRAMEWORK__EXPECTED_ARRAY_WITH_TYPE', detail, { path: key, type });
  };
  const noObject = {
    rule: 'wrong-type',
    fails: notArray,
    expects: 'an object: apiAlias → list of properties',
  } as const;
  const value: Value = { is: 'map', keys: 'alias', of: { is: 'list', of: { is: 'property' } } };
  if (key === 'excludes') {
    const before: Check = {
      rule: 'unknown-value',
      fails: isSet,
      until: 'excludes',
      silently: 'Before Shopware 6.7.3 the shop ignores "excludes".',
    };
    return {
      value,
      since: 'excludes',
      checks: [before, { ...noObject, from: 'excludes', answer: mustBeObject }],
    };
  }
  return {
    value,
    checks: [
      { ...noObject, from: 'includesTypeChecked', answer: mustBeObject },
      {
        ...noObject,
        until: 'includesTypeChecked',
        answer: phpAnswer('setIncludes(): Argument #1 must be of type array'),
      },
    ],
  };
}
/** `associations` of a criteria (section 2.6). */
export const ASSOCIATIONS: Key = {
  value: {
    is: 'map',
    keys: 'association',
    of: { is: 'object', shape: 'associationCriteria' },
    each: [
      {
        rule: 'wrong-type',
        fails: notObject,
        until: 'looseAssociations',
        expects: 'a criteria object',
        answer: phpAnswer('RequestCriteriaBuilder::parse(): Argument #1 ($payload) must be of type array'),
      },
      {
        rule: 'wrong-type',
        fails: notObject,
        from: 'looseAssociations',
        expects: 'a criteria object such as {}',
        silently: 'It is ignored: nothing is loaded.',
      },
      {
        rule: 'wrong-type',
        fails: isListOfNames,
        expects: 'a criteria object such as {}',
        silently: 'The association is loaded, and what is in the list is ignored.',
      },
    ],
  },
  doc: 'What else to load, each with a criteria of its own. Not needed to filter or sort by it.',
  checks: [
    {
      rule: 'wrong-type',
      fails: notArray,
      expects: 'an object: association → criteria',
      silently: 'It is ignored: nothing is loaded.',
    },
    {
      rule: 'wrong-type',
      fails: (value) => isArray(value) && isListOfNames(value),
      until: 'looseAssociations',
      expects: 'an object: association → criteria',
      answer: phpAnswer('AssociationNotFoundException::__construct(): Argument #1 ($field) must be of type string'),
    },
  ],
};
/** `fields` of a criteria (section 2.7). */
export const FIELDS: Key = {
  value: {
    is: 'list',
    of: { is: 'path', use: 'fields' },
    each: [
      {
        rule: 'wrong-type',
        fails: (path) => typeof path !== 'string',
        from: 'fields',
        expects: 'a field path',
        answer: {
          ...phpAnswer(
            'EntityDefinitionQueryHelper::getFieldsOfAccessor(): Argument #2 ($accessor) must be of type string',
          ),
          stage: 'load',
          when: 'rows',
        },
      },
    ],
  },
  doc: 'Loads only these columns; unknown paths are ignored.',
  page: 'partialData',
  since: 'fields',
  checks: [
    {
      rule: 'unknown-value',
      fails: isSet,
      until: 'fields',
      silently: 'Before Shopware 6.5.0 the shop ignores "fields": whole rows are returned.',
    },
    {
      rule: 'wrong-type',
      fails: notArray,
      from: 'fields',
      expects: 'a list of field paths',
      answer: phpAnswer('addFields(): Argument #1 ($fields) must be of type array'),
    },
  ],
};
