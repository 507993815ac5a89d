import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analyze.ts';
import { FILTERS } from '../../server/src/criteria/grammar/filters.ts';
import { SHAPES } from '../../server/src/criteria/grammar/index.ts';
import { apply } from '../../server/src/rules/edits.ts';
import type { Problem } from '../../server/src/rules/rule.ts';
import { analyzed } from '../../server/src/testing/editor.ts';
import { readVerdicts, type Verdict } from './verdicts.ts';

/** Faults as fingers and other tools make them, planted into bodies that a shop accepted. */
vi.setConfig({ testTimeout: 60_000 });

const accepted = readVerdicts('6.7.6-dev', 'bodies').filter(({ status }) => status === 200);

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** One more way to spoil a value; the same value where it does not apply. */
type Spoil = (value: Json, seed: number) => Json;

const SPOILS: readonly Spoil[] = [
  (value, seed) => (typeof value === 'string' ? swapped(value, seed) : value),
  (value, seed) => (isObject(value) ? renamed(value, seed, (key) => swapped(key, seed)) : value),
  (value, seed) => (isObject(value) ? renamed(value, seed, (key) => `${key}s`) : value),
  (value, seed) => (isObject(value) ? renamed(value, seed, (key) => key.replace(/-(.)/g, '_$1')) : value),
  (value, seed) => (isObject(value) ? without(value, seed) : value),
  (value) => (Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : value),
  (value) => (isObject(value) ? [value] : value),
  (value) => (Array.isArray(value) ? Object.fromEntries(value.map((entry, at) => [`a${at}`, entry])) : value),
  (value) => (typeof value === 'boolean' || typeof value === 'number' ? String(value) : value),
  (value) => (typeof value === 'string' ? `${value}.name` : value),
  (value) => (typeof value === 'string' ? `${value}.id` : value),
  (value) => (typeof value === 'string' ? value.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : value),
  (value) => (typeof value === 'string' ? value.replace(/^([0-9a-f]{8})([0-9a-f]{24})$/, '$1-$2') : value),
  (value, seed) => (isTyped(value) ? { ...value, type: TYPES[seed % TYPES.length] ?? '' } : value),
  () => null,
  () => ({}),
  () => 0,
];

/** Types of other filters, and names that there are not for one. */
const TYPES = [...Object.keys(FILTERS), 'notEquals', 'neq', 'in', 'gte', 'like'];

function isTyped(value: Json): value is { readonly [key: string]: Json } {
  return isObject(value) && typeof value.type === 'string';
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function swapped(text: string, seed: number): string {
  const at = seed % Math.max(1, text.length - 1);
  return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
}

function renamed(value: { readonly [key: string]: Json }, seed: number, rename: (key: string) => string): Json {
  const keys = Object.keys(value);
  const wanted = keys[seed % Math.max(1, keys.length)];
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key === wanted ? rename(key) : key, own]));
}

function without(value: { readonly [key: string]: Json }, seed: number): Json {
  const keys = Object.keys(value);
  const wanted = keys[seed % Math.max(1, keys.length)];
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== wanted));
}

/** Spoils the value at the `target`-th place of a depth-first walk. */
function plant(root: Json, target: number, spoil: Spoil, seed: number): Json {
  let place = 0;
  const walk = (value: Json): Json => {
    if (place++ === target) return spoil(value, seed);
    if (Array.isArray(value)) return value.map(walk);
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, own]) => [key, walk(own)])) : value;
  };
  return walk(root);
}

function placesIn(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + Object.values(value).reduce((sum: number, own) => sum + placesIn(own), 0);
}

/** As people and tools lay it out; a comment at each end, so that edits meet some. */
const LAYOUTS: readonly ((body: Json) => string)[] = [
  (body) => JSON.stringify(body),
  (body) => JSON.stringify(body, null, 2),
  (body) => JSON.stringify(body, null, '\t').replaceAll('\n', '\r\n'),
  (body) => JSON.stringify(body, null, 4).replaceAll(/,\n/g, ', // and\n'),
  (body) =>
    JSON.stringify(body)
      .replaceAll(/([{,])/g, '$1 ')
      .replaceAll('}', ' }'),
];

const spoiled = fc
  .record({
    verdict: fc.constantFrom(...accepted),
    where: fc.nat(9999).map((part) => part / 10_000),
    spoil: fc.constantFrom(...SPOILS),
    seed: fc.nat(1000),
    layout: fc.constantFrom(...LAYOUTS),
    shopware: fc.constantFrom('6.4.20', '6.5.8', '6.6.7', '6.7.6', '6.8.0'),
  })
  .map(({ verdict, where, spoil, seed, layout, shopware }) => {
    const body = bodyOf(verdict);
    const planted = plant(body, Math.floor(where * placesIn(body)), spoil, seed);
    return `// @entity ${verdict.entity}\n// @shopware ${shopware}\n${layout(planted)}\n`;
  });

function bodyOf({ criteria }: Verdict): Json {
  return JSON.parse(JSON.stringify(criteria));
}

/** Mending these lets the shop read what it did not read before, with whatever is wrong in it. */
const REVEALING = [
  // What stands under a key that there was not.
  'unknown-key',
  'missing-key',
  // What stands in a container that there should not be, or in another body.
  'wrong-type',
  'body-not-object',
  // The criteria of an association that there was not.
  'unknown-association',
];

/** The same where one filter stood in place of a list of them. */
const INTO_LIST = 'Put it into a list';

/** Where more than one name or key is wrong: only the fix that most people want mends them all. */
const STEPWISE = ['unknown-field', 'unknown-type'];

/** Only by a path that leads somewhere the shop joins and compares. */
function isBehindPath(error: string): boolean {
  return /^(sub-join|invalid-id): /.test(error);
}

function count({ problems }: Analysis, { code, message }: Problem): number {
  return problems.filter((other) => other.code === code && other.message === message).length;
}

function errors({ problems }: Analysis): readonly string[] {
  return problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`);
}

describe('a planted fault', () => {
  it('is ended by each of its fixes, and none brings an error', () => {
    fc.assert(
      fc.property(spoiled, (text) => {
        const before = analyzed(text);
        for (const problem of before.problems) {
          for (const { title, edits, preferred } of problem.fixes?.() ?? []) {
            // Tab stops wait for the author: until then the value is missing.
            if (edits.some(({ snippet }) => snippet)) continue;
            const mended = apply(text, edits);
            const after = analyzed(mended);
            const story = `${problem.code}, ${title}:\n${mended}`;
            expect(after.document.syntax.errors, story).toEqual([]);
            expect(count(after, problem), story).toBeLessThan(count(before, problem));
            if (REVEALING.includes(problem.code) || title === INTO_LIST) continue;
            if (STEPWISE.includes(problem.code) && !preferred) continue;
            const known = new Set(errors(before));
            expect(
              errors(after).filter((error) => !known.has(error) && !isBehindPath(error)),
              story,
            ).toEqual([]);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never makes the answer and the problems disagree', () => {
    fc.assert(
      fc.property(spoiled, (text) => {
        const { problems, prediction } = analyzed(text);
        const refusing = problems.filter(({ severity, server }) => severity === 'error' && server);
        expect(prediction !== undefined && prediction.when === undefined, text).toBe(
          refusing.some(({ server }) => server?.refusal.when === undefined),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

const KEYS = [...new Set(Object.values(SHAPES).flatMap(({ keys }) => Object.keys(keys)))];
const WORDS = [
  'equals',
  'multi',
  'not',
  'range',
  'filter',
  'terms',
  'histogram',
  'name',
  'id',
  'media.id',
  '_score',
  'constructor',
  '',
];

/** Any JSON, with the words of a criteria in it so that the rules get deep. */
const anyBody = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom<Json>(null, true, 0, -1, 1.5, 1e300, ...WORDS),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(...KEYS, 'queries', 'type', 'value', 'media', '__proto__', 'constructor', 'x'),
      tie('value'),
      {
        maxKeys: 6,
      },
    ),
  ),
})).value;

describe('whatever the body is', () => {
  it('no rule and no fix throws', () => {
    fc.assert(
      fc.property(
        anyBody,
        fc.constantFrom('6.4.20', '6.7.6'),
        fc.constantFrom<'admin' | 'store'>('admin', 'store'),
        (body, shopware, api) => {
          const text = JSON.stringify(body);
          const { problems } = analyzed(text, { shopware, api });
          for (const { start, end, message, fixes } of problems) {
            expect(0 <= start && start <= end && end <= text.length, message).toBe(true);
            for (const { edits } of fixes?.() ?? []) apply(text, edits);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
