import { expect, it } from 'vitest';
import type { ServerError } from '../../protocol.ts';
import { editor } from '../testing/editor.ts';
import { locateErrors } from './locateErrors.ts';

const UNMAPPED = { status: '400', code: 'FRAMEWORK__UNMAPPED_FIELD' };

function located(source: string, ...errors: ServerError[]): (string | boolean)[][] {
  const { analysis, text } = editor(source);
  return locateErrors(analysis, errors).map(({ start, end, alreadyMarked }) => [text.slice(start, end), alreadyMarked]);
}

it('finds what the rules already mark', () => {
  const source = '{"limit": 0, "sort": [{"field": "manufacturer.foo.bar"}]}';
  expect(
    located(source, { ...UNMAPPED, detail: 'Field "bar" in entity "product_manufacturer" was not found.' }),
  ).toEqual([['foo', true]]);
  expect(located(source, { status: '400', code: 'FRAMEWORK__INVALID_LIMIT_QUERY', pointer: '/limit' })).toEqual([
    ['0', true],
  ]);
});

it('finds a field that only the shop does not know', () => {
  const source =
    '{"filter": [{"type": "equals", "field": "manufacturer.name", "value": 1}], "sort": [{"field": "name"}]}';
  const detail = 'Field "name" in entity "product_manufacturer" was not found.';
  expect(located(source, { ...UNMAPPED, detail })).toEqual([['name', false]]);
});

it('follows a pointer as far as it leads', () => {
  const source = '{"aggregations": [{"name": "a", "type": "terms", "field": "id"}]}';
  const error = { status: '400', code: 'FRAMEWORK__SOMETHING_NEW' };
  expect(located(source, { ...error, pointer: '/aggregations/0/field' })).toEqual([['"id"', false]]);
  expect(located(source, { ...error, pointer: '/aggregations/0/terms/field' })).toEqual([['{', false]]);
});

it('puts the rest at the beginning of the body', () => {
  const error = { status: '500', code: '0', detail: 'An exception occurred.' };
  expect(located('// @shop staging\n{"limit": 1}', error, { ...error, pointer: '' })).toEqual([
    ['{', false],
    ['{', false],
  ]);
  expect(located('', error)).toEqual([['', false]]);
});

it('gives each of equal errors a place of its own', () => {
  const filter = '{"type": "equals", "field": "name"}';
  const errors = [0, 1].map((index) => ({
    status: '400',
    code: 'FRAMEWORK__INVALID_FILTER_QUERY',
    pointer: `/filter/${index}/value`,
  }));
  const { analysis } = editor(`{"filter": [${filter}, ${filter}]}`);
  const [first, second] = locateErrors(analysis, errors);
  expect(first).toMatchObject({ alreadyMarked: true });
  expect(second).toMatchObject({ alreadyMarked: true });
  expect(first?.start).toBeLessThan(second?.start ?? 0);
});
