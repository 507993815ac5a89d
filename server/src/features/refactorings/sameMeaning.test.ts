import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { apply } from '../../rules/edits.ts';
import { analysisOf } from '../testing/editor.ts';
import { refactorings } from './refactorings.ts';

const URI = 'file:///product.swcriteria.json';

/** Those whose title promises nothing but another form. */
const SAME = /^(Dissolve|Write|Add the prefix|Remove the prefix|Wrap in "multi": all)/;

const field = fc.constantFrom(
  'name',
  'product.stock',
  'manufacturer.name',
  'product.cover.media.fileName',
  'categories.name',
);
const scalar = fc.constantFrom(true, 0, 'x', 'b|c');
const equals = fc.record({ type: fc.constant('equals'), field, value: fc.oneof(scalar, fc.constant(null)) });
const contains = fc.record({ type: fc.constant('contains'), field, value: fc.constant('x') });
const { filter } = fc.letrec<{ filter: unknown }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    equals,
    contains,
    fc.record({
      type: fc.constant('multi'),
      operator: fc.constantFrom('and', 'OR'),
      queries: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constantFrom('and', 'or'),
      queries: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));
const filters = fc.oneof(
  fc.array(filter, { minLength: 1, maxLength: 3 }),
  fc.dictionary(field, scalar, { maxKeys: 3 }),
);
const sorting = fc.record({ field, order: fc.constantFrom('ASC', 'desc') }, { requiredKeys: ['field'] });
const sort = fc.oneof(
  fc.array(sorting, { maxLength: 3 }),
  fc.array(field, { minLength: 1, maxLength: 3 }).map((fields) => `-${fields.join(',')}`),
);
const body = fc.record({ filter: filters, 'post-filter': filters, sort, limit: fc.constant(1) }, { requiredKeys: [] });

/** In one of several layouts, with numbered comments. */
const source = fc
  .tuple(body, fc.constantFrom(undefined, 2, '\t'), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }))
  .map(([value, indent, commented]) => {
    let index = 0;
    return JSON.stringify(value, null, indent).replaceAll('\n', (line) => {
      index++;
      return commented[index % commented.length] ? ` // c${index}${line}` : line;
    });
  });

/** What the server makes of the filters (reference, sections 2.2, 3), independent of how they are written. */
function meaningOf(text: string): unknown {
  const { filter: own, 'post-filter': post, sort: order, ...others }: Record<string, unknown> = parse(text) ?? {};
  return { others, filter: group('and', listOf(own)), post: group('and', listOf(post)), sort: sortingsOf(order) };
}

type Meaning = string | { readonly operator: string; readonly of: readonly Meaning[] };

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return Object.entries(Object(value)).map(([path, operand]) => ({ type: 'equals', field: path, value: operand }));
}

function group(operator: string, members: readonly unknown[]): Meaning {
  const of = members.map(filterMeaning).flatMap((member) => {
    if (typeof member === 'string' || member.operator !== operator) return [member];
    return operator === 'or' || !needsOneChild(member) ? member.of : [member];
  });
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { operator, of };
}

/** Two conditions on one to-many association within one group are met by the same child. */
function needsOneChild(member: Meaning): boolean {
  return JSON.stringify(member).split('categories.').length > 2;
}

function filterMeaning(value: unknown): Meaning {
  const { type, operator = 'and', queries, field: path, value: operand } = Object(value);
  if (Array.isArray(queries)) return group(type === 'multi' ? String(operator).toLowerCase() : type, queries);
  return JSON.stringify([type, String(path).replace(/^product\./, ''), operand]);
}

function sortingsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return value
      .split(',')
      .map((part) => `${withoutPrefix(part.replace(/^-/, ''))} ${part.startsWith('-') ? 'DESC' : 'ASC'}`);
  }
  return listOf(value).map((element) => {
    const { field: path, order = 'ASC' } = Object(element);
    return `${withoutPrefix(path)} ${String(order).toUpperCase()}`;
  });
}

function withoutPrefix(path: unknown): string {
  return String(path).replace(/^product\./, '');
}

function commentsIn(text: string): readonly string[] {
  return (text.match(/\/\/ c\d+/g) ?? []).toSorted();
}

describe('every refactoring', () => {
  it('leaves valid JSON and loses no comment; those of the form change neither answer nor meaning', () => {
    let applied = 0;
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(), (text, at, length) => {
        const start = at % (text.length + 1);
        const end = Math.min(text.length, start + (length % 3 === 0 ? length % 200 : 0));
        const before = analysisOf(text, URI);
        for (const { title, edits } of refactorings(before, start, end)) {
          const result = apply(text, edits);
          const after = analysisOf(result, URI);
          expect(after.document.syntax.errors, `${title}: ${result}`).toEqual([]);
          expect(commentsIn(result), `${title}: ${result}`).toEqual(commentsIn(text));
          applied++;
          if (!SAME.test(title)) continue;
          expect(after.prediction, `${title}: ${result}`).toEqual(before.prediction);
          if (!title.startsWith('Wrap')) expect(meaningOf(result), `${title}: ${result}`).toEqual(meaningOf(text));
        }
      }),
      { numRuns: 500 },
    );
    expect(applied).toBeGreaterThan(300);
  });
});
