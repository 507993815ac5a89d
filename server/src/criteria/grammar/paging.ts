import { isArray, isIntegerKey, isNumeric, isSet, partsOf, printed, toInteger, toText } from '../php.ts';
import { phpAnswer, plainAnswer } from './answers.ts';
import type { Answer, Check, FailedValue, Key, Shape, Value } from './types.ts';

function badIds(reason: string, value: unknown): Answer {
  const ids = printed(value);
  const detail = `Invalid ids provided in criteria. ${reason}. Ids: ${ids}.`;
  return plainAnswer(400, 'FRAMEWORK__INVALID_API_CRITERIA_IDS', detail, { ids, reason });
}

function noIds(_: unknown, { value }: FailedValue): Answer {
  return badIds('Ids should not be empty', value);
}

function oddIds(_: unknown, { value }: FailedValue): Answer {
  return badIds(
    'Ids should be a list of strings or a list of key value pairs, for entities with combined primary keys',
    value,
  );
}

function noUuid(_: unknown, { value }: FailedValue): Answer {
  return invalidUuid(idsOf(value).find(isNoHexId));
}

function noUuidElement(_: unknown, { value }: FailedValue): Answer {
  return invalidUuid(value);
}

function invalidUuid(input: unknown): Answer {
  const detail = `Value is not a valid UUID: ${toText(input)}`;
  return { ...plainAnswer(400, 'FRAMEWORK__INVALID_UUID', detail, { input }), stage: 'search' };
}

function isNoHexId(id: unknown): boolean {
  return typeof id === 'string' && !isHexId(id);
}

/** Criteria::validateIds: keys that PHP makes numbers of are none. */
function isIdElement(element: unknown): boolean {
  if (typeof element === 'string') return true;
  return isArray(element) && Object.entries(element).every(([key, id]) => !isIntegerKey(key) && typeof id === 'string');
}

function idsOf(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return partsOf(value);
  return isArray(value) ? Object.values(value) : [];
}

function isEmptyList(value: unknown): boolean {
  return (isArray(value) || typeof value === 'string') && idsOf(value).length === 0;
}

/** Section 3: an even number of hex digits is what the server takes for an id. Of "30" PHP makes "0", which counts as none. */
export function isHexId(value: unknown): boolean {
  return typeof value === 'string' && value !== '30' && value.length % 2 === 0 && /^[0-9a-f]+$/i.test(value);
}

/** `ids` of a criteria. */
export const IDS: Key = {
  value: {
    is: 'either',
    options: [
      {
        is: 'list',
        of: { is: 'either', options: [{ is: 'id' }, { is: 'object', shape: 'combinedId' }] },
        each: [{ rule: 'invalid-value', fails: isNoHexId, expects: 'an id of 32 hex digits', answer: noUuidElement }],
      },
      { is: 'id' },
    ],
  },
  doc: 'Only these rows, in this order unless `sort` is given; `limit` and `page` are ignored then.',
  checks: [
    {
      rule: 'invalid-value',
      fails: isEmptyList,
      from: 'emptyIdsRefused',
      expects: 'a list of at least one id',
      answer: noIds,
    },
    {
      rule: 'invalid-value',
      fails: isEmptyList,
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
      expects: 'a list of ids as strings',
      answer: oddIds,
    },
    {
      rule: 'wrong-type',
      fails: (value) => !idsOf(value).every(isIdElement),
      until: 'idsElementsChecked',
      expects: 'a list of ids as strings',
      answer: phpAnswer('Criteria::validateIds()'),
    },
    {
      rule: 'invalid-value',
      fails: (value) => typeof value === 'string' && idsOf(value).some(isNoHexId),
      expects: 'ids of 32 hex digits with "|" between them',
      answer: noUuid,
    },
  ],
};

function hasIds(owner: Readonly<Record<string, unknown>>): boolean {
  return isSet(owner.ids);
}

/** Only single values are filled into the text; an empty one is named. */
function notPositiveAnswer(key: 'limit' | 'page', code: string, text: string, value: unknown): Answer {
  const shown = value === '' ? '(empty)' : value;
  const given = isArray(value) ? `{{ ${key} }}` : toText(shown);
  return {
    status: 400,
    code,
    detail: `${text} Given: ${given}`,
    parameters: () => ({ [key]: shown }),
    pointer: `/${key}`,
    collected: true,
  };
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

/** `total-count-mode` of a criteria. */
export const TOTAL_COUNT_MODE: Key = {
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

/** `limit` of a criteria. */
export const LIMIT: Key = {
  value: { is: 'integer' },
  doc: 'The maximum number of rows.',
  checks: [
    {
      rule: 'invalid-value',
      fails: notPositive,
      expects: 'a whole number of at least 1',
      answer: (_, { value }) =>
        notPositiveAnswer(
          'limit',
          'FRAMEWORK__INVALID_LIMIT_QUERY',
          'The limit parameter must be a positive integer greater or equals than 1.',
          value,
        ),
    },
  ],
};

/** `page` of a criteria. */
export const PAGE: Key = {
  value: { is: 'integer' },
  doc: 'Which page of `limit` rows; send both.',
  checks: [
    {
      rule: 'invalid-value',
      fails: notPositive,
      expects: 'a whole number of at least 1',
      answer: (_, { value }) =>
        notPositiveAnswer(
          'page',
          'FRAMEWORK__INVALID_PAGE_QUERY',
          'The page parameter must be a positive integer.',
          value,
        ),
    },
    offsetTooLarge(0, { until: 'strictOperands' }),
    offsetTooLarge(1, { from: 'strictOperands' }),
  ],
};

/** The first row is counted from the limit; until 2026 it is 0 without one, since then the shop's own (section 2.1). */
function offsetTooLarge(ownLimit: number, versions: Pick<Check, 'from' | 'until'>): Check {
  return {
    rule: 'invalid-value',
    fails: (value, owner) =>
      !hasIds(owner) &&
      isNumeric(value) &&
      Math.abs(toInteger(owner.limit ?? ownLimit) * (toInteger(value) - 1)) > 2 ** 63,
    ...versions,
    expects: 'small enough that limit × page is a 64-bit number',
    answer: phpAnswer('Criteria::setOffset(): Argument #1 ($offset) must be of type ?int, float given'),
  };
}

const page = 'searchCriteria';

/** One element of `ids` for an entity with a combined primary key. */
export const COMBINED_ID: Shape = {
  title: 'a combined id',
  doc: 'The primary keys by property name: `{"productId": "…", "languageId": "…"}`.',
  page,
  keys: {},
};
