import { isArray, isEmpty, isList, isNumeric, isSet, toInteger, toText } from '../php.ts';
import { filterAnswer, NO_POINTER, notArray, phpAnswer, sortAnswer } from './answers.ts';
import type { Answer, Check, Key, Shape, Value } from './types.ts';

const page = 'searchCriteria';

function plain(status: number, code: string, detail: string, pointer: Answer['pointer'] = NO_POINTER): Answer {
  return { status, code, detail, pointer, collected: false };
}

const BAD_IDS = plain(400, 'FRAMEWORK__INVALID_API_CRITERIA_IDS', 'The given ids are not valid.');

function isIdElement(element: unknown): boolean {
  if (typeof element === 'string') return true;
  return isArray(element) && Object.values(element).every((part) => typeof part === 'string');
}

function idsOf(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return value.split('|');
  return isArray(value) ? Object.values(value) : [];
}

/** Section 3: an even number of hex digits is what the server takes for an id. */
export function isHexId(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length % 2 === 0 && /^[0-9a-f]+$/i.test(value);
}

const IDS: Key = {
  value: {
    is: 'either',
    options: [
      { is: 'list', of: { is: 'either', options: [{ is: 'object', shape: 'combinedId' }, { is: 'id' }] } },
      { is: 'id' },
    ],
  },
  doc: 'Only these rows, in this order unless `sort` is given; `limit` and `page` are ignored then.',
  checks: [
    {
      rule: 'invalid-value',
      fails: (value) => isArray(value) && isEmpty(value),
      from: 'emptyIdsRefused',
      expects: 'a list of at least one id',
      answer: BAD_IDS,
    },
    {
      rule: 'invalid-value',
      fails: (value) => isArray(value) && isEmpty(value),
      until: 'emptyIdsRefused',
      expects: 'a list of at least one id',
      silently: 'An empty list finds all rows.',
    },
    {
      rule: 'wrong-type',
      fails: (value) => isSet(value) && typeof value !== 'string' && !isArray(value),
      expects: 'a list of ids',
      answer: phpAnswer('setIds(): Argument #1 ($ids) must be of type array'),
    },
    {
      rule: 'wrong-type',
      fails: (value) => !idsOf(value).every(isIdElement),
      from: 'idsElementsChecked',
      expects: 'a list of ids as texts',
      answer: BAD_IDS,
    },
    {
      rule: 'wrong-type',
      fails: (value) => !idsOf(value).every(isIdElement),
      until: 'idsElementsChecked',
      expects: 'a list of ids as texts',
      answer: phpAnswer('Criteria::validateIds()'),
    },
    {
      rule: 'invalid-value',
      fails: (value) => idsOf(value).some((id) => typeof id === 'string' && !isHexId(id)),
      expects: 'ids of 32 hex digits',
      answer: { ...plain(400, 'FRAMEWORK__INVALID_UUID', 'Value is not a valid UUID'), stage: 'search' },
    },
  ],
};

function hasIds(owner: Readonly<Record<string, unknown>>): boolean {
  return isSet(owner.ids);
}

function notPositive(value: unknown, owner: Readonly<Record<string, unknown>>): boolean {
  return isSet(value) && !hasIds(owner) && (!isNumeric(value) || toInteger(value) < 1);
}

const TOTAL_MODES: Value = {
  is: 'word',
  words: [
    { value: 0, doc: '`total` is the number of rows in this answer.' },
    { value: 1, doc: 'Exact: `total` counts all matching rows, which costs a second query.' },
    { value: 2, doc: 'Next pages: `total` tells whether there are up to five more pages.' },
    { value: 'none', doc: 'The same as 0.', since: 'totalCountNames' },
    { value: 'exact', doc: 'The same as 1.', since: 'totalCountNames' },
    { value: 'next-pages', doc: 'The same as 2.', since: 'totalCountNames' },
  ],
};

const KNOWN_TOTAL_MODES = ['0', '1', '2', 'none', 'exact', 'next-pages'];

const TOTAL_COUNT_MODE: Key = {
  value: TOTAL_MODES,
  doc: 'How exact `total` is: none (0), exact (1) or next-pages (2).',
  checks: [
    {
      rule: 'unknown-value',
      fails: (value, owner) => isSet(value) && !hasIds(owner) && !KNOWN_TOTAL_MODES.includes(toText(value)),
      expects: '0, 1, 2, "none", "exact" or "next-pages"',
      silently: 'It counts as 0: "total" is the number of rows in this answer.',
    },
  ],
};

const LIMIT: Key = {
  value: { is: 'integer' },
  doc: 'At most so many rows.',
  checks: [
    {
      rule: 'invalid-value',
      fails: notPositive,
      expects: 'a whole number of at least 1',
      answer: {
        status: 400,
        code: 'FRAMEWORK__INVALID_LIMIT_QUERY',
        detail: 'The limit parameter must be a positive integer greater or equals than 1.',
        pointer: '/limit',
        collected: true,
      },
    },
  ],
};

const PAGE: Key = {
  value: { is: 'integer' },
  doc: 'Which page of `limit` rows; send both.',
  checks: [
    {
      rule: 'invalid-value',
      fails: notPositive,
      expects: 'a whole number of at least 1',
      answer: {
        status: 400,
        code: 'FRAMEWORK__INVALID_PAGE_QUERY',
        detail: 'The page parameter must be a positive integer.',
        pointer: '/page',
        collected: true,
      },
    },
    {
      rule: 'invalid-value',
      fails: (value, owner) =>
        !hasIds(owner) && isNumeric(value) && toInteger(owner.limit ?? 1) * (toInteger(value) - 1) > 2 ** 63 - 1,
      expects: 'small enough that limit × page is a 64-bit number',
      answer: {
        ...phpAnswer('setFirstResult(): Argument #1 ($firstResult) must be of type int, float given'),
        stage: 'search',
      },
    },
  ],
};

function isListOfNames(value: unknown): boolean {
  return isArray(value) && !isEmpty(value) && isList(value);
}

/** `includes` and `excludes`: the faults of single aliases are only met when the answer is written (section 2.7). */
function shaping(key: 'includes' | 'excludes', doc: string): Key {
  const rule = 'wrong-type';
  const expects = 'an object: apiAlias → list of properties';
  const mustBeObject = plain(400, 'FRAMEWORK__EXPECTED_ARRAY_WITH_TYPE', `Expected data at ${key} to be an array.`);
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
      doc,
      since: 'excludes',
      checks: [before, { rule, fails: notArray, from: 'excludes', expects, answer: mustBeObject }],
    };
  }
  return {
    value,
    doc,
    checks: [
      { rule, fails: notArray, from: 'includesTypeChecked', expects, answer: mustBeObject },
      {
        rule,
        fails: notArray,
        until: 'includesTypeChecked',
        expects,
        answer: phpAnswer('setIncludes(): Argument #1 must be of type array'),
      },
    ],
  };
}

/** A map's values; the pointer of a `post-filter` map is `/filter/…` until 2026. */
function mapValueChecks(key: 'filter' | 'post-filter'): readonly Check[] {
  const notBlank = filterAnswer('The value for filter must not be blank.', '');
  const scalar = filterAnswer('The value for filter must be scalar.', '');
  const notScalar = (value: unknown): boolean => value === null || isArray(value);
  const expects = { text: 'a text that is not empty', scalar: 'a single value' };
  if (key === 'filter') {
    return [
      { rule: 'invalid-value', fails: isBlank, expects: expects.text, answer: notBlank },
      { rule: 'wrong-type', fails: notScalar, from: 'mapFilterScalarChecked', expects: expects.scalar, answer: scalar },
    ];
  }
  const misplaced = { misplacedUnder: 'filter' } as const;
  const until = 'strictOperands';
  return [
    { rule: 'invalid-value', fails: isBlank, until, expects: expects.text, answer: { ...notBlank, ...misplaced } },
    { rule: 'invalid-value', fails: isBlank, from: until, expects: expects.text, answer: notBlank },
    {
      rule: 'wrong-type',
      fails: notScalar,
      from: 'mapFilterScalarChecked',
      until,
      expects: expects.scalar,
      answer: { ...scalar, ...misplaced },
    },
    { rule: 'wrong-type', fails: notScalar, from: until, expects: expects.scalar, answer: scalar },
  ];
}

function isBlank(value: unknown): boolean {
  return value === '';
}

function notObject(value: unknown): boolean {
  return !isArray(value);
}

function filters(key: 'filter' | 'post-filter', doc: string): Key {
  const checkedFrom = key === 'filter' ? 'elementsChecked' : 'strictOperands';
  const rule = 'wrong-type';
  return {
    value: {
      is: 'either',
      options: [
        {
          is: 'list',
          of: { is: 'variant', family: 'filter' },
          each: [
            {
              rule,
              fails: notObject,
              from: checkedFrom,
              expects: 'a filter object',
              answer: filterAnswer('The filter parameter has to be an array.', ''),
            },
            {
              rule,
              fails: notObject,
              until: checkedFrom,
              expects: 'a filter object',
              answer: phpAnswer('QueryStringParser::fromArray(): Argument #2 ($query) must be of type array'),
            },
          ],
        },
        { is: 'map', keys: 'path', of: { is: 'operand' }, each: mapValueChecks(key) },
      ],
    },
    doc,
    checks: [
      {
        rule,
        fails: notArray,
        expects: 'a list of filters',
        answer: filterAnswer('The filter parameter has to be a list of filters.', `/${key}`),
      },
    ],
  };
}

const GROUPING: Key = {
  value: {
    is: 'list',
    of: { is: 'path', use: 'grouping' },
    each: [
      {
        rule: 'wrong-type',
        fails: (path) => typeof path !== 'string',
        expects: 'a field path',
        answer: phpAnswer('FieldGrouping::__construct(): Argument #1 ($field) must be of type string'),
      },
    ],
  },
  doc: 'One row for each distinct combination of these fields.',
  checks: [
    {
      rule: 'wrong-type',
      fails: notArray,
      expects: 'a list of field paths',
      silently: 'It is ignored: only a list groups.',
    },
  ],
};

const QUERY: Key = {
  value: {
    is: 'list',
    of: { is: 'object', shape: 'scoreQuery' },
    each: [
      {
        rule: 'wrong-type',
        fails: notObject,
        from: 'queryElementsChecked',
        expects: 'a scored filter',
        silently: 'It is ignored.',
      },
      {
        rule: 'wrong-type',
        fails: notObject,
        until: 'queryElementsChecked',
        expects: 'a scored filter',
        answer: phpAnswer('addQueries(): Argument must be of type array'),
      },
    ],
  },
  doc: 'Scored filters: a row must match at least one of them, and the best come first.',
  checks: [{ rule: 'wrong-type', fails: notArray, expects: 'a list of scored filters', silently: 'It is ignored.' }],
};

const TERM: Key = { value: { is: 'text' }, doc: 'A text to search for in the fields that the shop ranks.' };

const SORTING_DETAIL = 'The "sort" array needs to be an associative array at least containing a field name';

const SORT: Key = {
  value: {
    is: 'either',
    options: [
      {
        is: 'list',
        of: { is: 'object', shape: 'sorting' },
        stopsAtFirst: true,
        each: [
          {
            rule: 'wrong-type',
            fails: notObject,
            from: 'elementsChecked',
            expects: 'a sorting: an object with "field"',
            answer: sortAnswer(SORTING_DETAIL, ''),
          },
          {
            rule: 'wrong-type',
            fails: notObject,
            until: 'elementsChecked',
            expects: 'a sorting: an object with "field"',
            answer: phpAnswer('Cannot access offset of type string on string'),
          },
        ],
      },
      { is: 'sortText' },
    ],
  },
  doc: 'A list of sortings, or one text: `-name,stock`.',
  checks: [
    {
      rule: 'wrong-type',
      fails: (value) => typeof value === 'number' || typeof value === 'boolean',
      expects: 'a list of sortings',
      answer: phpAnswer('explode(): Argument #2 ($string) must be of type string'),
    },
    {
      rule: 'invalid-value',
      fails: (value) => typeof value === 'string' && value.split(',').every((part) => part === ''),
      expects: 'at least one field path',
      answer: sortAnswer(
        'The "sort" parameter needs to be a sorting array or a comma separated list of fields',
        '/sort',
      ),
    },
  ],
};

const AGGREGATIONS_KEY: Key = {
  value: {
    is: 'list',
    of: { is: 'variant', family: 'aggregation' },
    each: [
      {
        rule: 'wrong-type',
        fails: notObject,
        expects: 'an aggregation object',
        answer: phpAnswer('AggregationParser::parseAggregation(): Argument #3 ($aggregation) must be of type array'),
      },
    ],
  },
  doc: 'What to calculate over all matching rows.',
  checks: [
    {
      rule: 'wrong-type',
      fails: notArray,
      expects: 'a list of aggregations',
      answer: {
        status: 400,
        code: 'FRAMEWORK__INVALID_AGGREGATION_QUERY',
        detail: 'The aggregations parameter has to be a list of aggregations.',
        pointer: NO_POINTER,
        collected: false,
      },
    },
    {
      rule: 'wrong-type',
      fails: (value) => isArray(value) && !isList(value),
      expects: 'a list of aggregations; the name stands in the aggregation as "name"',
      answer: phpAnswer(
        'AggregationParser::parseAggregation(): Argument #1 ($index) must be of type int, string given',
      ),
    },
  ],
};

const ASSOCIATIONS: Key = {
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
    ],
  },
  doc: 'What to load along, each with a criteria of its own. Not needed to filter or sort by it.',
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

const FIELDS: Key = {
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
      silently: 'Before Shopware 6.5.0 the shop ignores "fields": whole rows come.',
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

const SHARED_BEFORE_TERM = {
  includes: shaping('includes', 'Which properties the answer keeps, by apiAlias.'),
  excludes: shaping('excludes', 'Which properties the answer leaves out, by apiAlias.'),
  filter: filters('filter', 'A list of filters that all must be met.'),
  grouping: GROUPING,
  'post-filter': filters('post-filter', 'Like `filter`, but aggregations do not see it.'),
  query: QUERY,
  term: TERM,
  sort: SORT,
  aggregations: AGGREGATIONS_KEY,
  associations: ASSOCIATIONS,
  fields: FIELDS,
} as const;

/** The body of a search request (reference, section 2), in the order in which RequestCriteriaBuilder reads it. */
export const CRITERIA: Shape = {
  title: 'a criteria',
  doc: 'What to search, how to sort it and what to bring along.',
  page,
  keys: { ids: IDS, 'total-count-mode': TOTAL_COUNT_MODE, limit: LIMIT, page: PAGE, ...SHARED_BEFORE_TERM },
};

/** The criteria of an association (section 2.6): the same keys, some of them without effect. */
export const ASSOCIATION_CRITERIA: Shape = { ...CRITERIA, title: 'the criteria of an association' };

/** One element of `query` (section 2.3). */
export const SCORE_QUERY: Shape = {
  title: 'a scored filter',
  doc: 'A filter with the score that a matching row gets.',
  page,
  keys: {
    score: {
      value: { is: 'number' },
      doc: 'Added to the row’s score; without it 1.',
      required: true,
      checks: [
        {
          rule: 'wrong-type',
          fails: (value) => isSet(value) && typeof value !== 'number',
          expects: 'a number',
          answer: phpAnswer('ScoreQuery::__construct(): Argument #2 ($score) must be of type float'),
        },
      ],
    },
    query: {
      value: { is: 'variant', family: 'filter' },
      doc: 'The filter.',
      required: true,
      checks: [
        {
          rule: 'missing-key',
          fails: (value) => !isSet(value),
          from: 'queryElementsChecked',
          answer: plain(400, 'FRAMEWORK__INVALID_FILTER_QUERY', 'Value for filter type is required.'),
        },
        {
          rule: 'missing-key',
          fails: (value) => !isSet(value),
          until: 'queryElementsChecked',
          answer: phpAnswer('QueryStringParser::fromArray(): Argument #2 ($query) must be of type array, null given'),
        },
        {
          rule: 'wrong-type',
          fails: notArray,
          expects: 'a filter',
          answer: phpAnswer('QueryStringParser::fromArray(): Argument #2 ($query) must be of type array'),
        },
      ],
    },
    scoreField: { value: { is: 'path', use: 'score' }, doc: 'A number of the row that the score is multiplied by.' },
  },
};

/** `parameters` of a range filter. */
export const RANGE_PARAMETERS: Shape = {
  title: 'the bounds of a range',
  doc: 'From and to.',
  page,
  keys: {
    gt: { value: { is: 'operand' }, doc: 'Greater than.' },
    gte: { value: { is: 'operand' }, doc: 'Greater than or equal.', required: true },
    lt: { value: { is: 'operand' }, doc: 'Less than.' },
    lte: { value: { is: 'operand' }, doc: 'Less than or equal.' },
  },
};

/** One element of `ids` for an entity with a combined primary key. */
export const COMBINED_ID: Shape = {
  title: 'a combined id',
  doc: 'The primary keys by property name: `{"productId": "…", "languageId": "…"}`.',
  page,
  keys: {},
};
