import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { bundledSchema } from '../schema/bundled/index.ts';
import type { Association, Entity, Property } from '../schema/entitySchema.ts';
import { analyzed } from '../testing/editor.ts';
import { apply } from './edits.ts';
import type { Problem } from './rule.ts';

/** Paths and association keys as people misspell them, over all entities and both APIs. */
vi.setConfig({ testTimeout: 60_000 });

const schema = bundledSchema('6.7');

/** Two steps from an entity, the first an association. */
interface Steps {
  readonly entity: Entity;
  readonly association: Association;
  readonly target: Entity;
  readonly property: Property;
}

const steps: readonly Steps[] = schema.entityNames.flatMap((name) => {
  const entity = schema.entity(name);
  return [...(entity?.properties.values() ?? [])].flatMap((association) => {
    const target = association.kind === 'association' ? schema.entity(association.entity) : undefined;
    if (!entity || !target || association.kind !== 'association') return [];
    return [...target.properties.values()].map((property) => ({ entity, association, target, property }));
  });
});

/** Ways to write a path wrong, or to write another one. */
const MISTAKES: readonly ((steps: Steps, seed: number) => string)[] = [
  ({ association, property }, seed) => `${swapped(association.name, seed)}.${property.name}`,
  ({ association, property }, seed) => `${association.name}.${swapped(property.name, seed)}`,
  ({ association, property }, seed) => `${swapped(association.name, seed)}.${swapped(property.name, seed)}`,
  ({ property }, seed) => swapped(property.name, seed),
  ({ association }) => association.name.replace(/s$/, ''),
  ({ association, property }) => snake(`${association.name}.${property.name}`),
  ({ association, property }) => capital(`${association.name}.${property.name}`),
  ({ association, property }) => association.name + capital(property.name),
  ({ entity, property }) => snake(entity.name) + capital(property.name),
  ({ target, property }) => `${target.name}.${property.name}`,
  ({ entity, association }) => `${capital(entity.name)}.${association.name}`,
  ({ entity, association, property }) => `${entity.name}.${entity.name}.${association.name}.${property.name}`,
  ({ property }) => property.name,
  ({ association, property }) => `${association.name}..${property.name}`,
  ({ association, property }) => `${association.name}.translated.${property.name}`,
  ({ association, property }) => `${property.name}.${association.name}`,
  ({ association }) => `${association.name}.url`,
  ({ association }) => `${association.name}.state.name`,
];

function swapped(text: string, seed: number): string {
  const at = seed % Math.max(1, text.length - 1);
  return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function snake(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Places that take a path, and any value there. */
const PLACES: readonly ((path: string) => object)[] = [
  (path) => ({ filter: [{ type: 'equals', field: path, value: null }] }),
  (path) => ({ filter: { [path]: '0123456789abcdef0123456789abcdef' } }),
  (path) => ({ 'post-filter': [{ type: 'multi', queries: [{ type: 'equals', field: path, value: null }] }] }),
  (path) => ({ sort: [{ field: path }] }),
  (path) => ({ sort: [{ field: `-${path}` }] }),
  (path) => ({ sort: `-${path}` }),
  (path) => ({ fields: [path] }),
  (path) => ({ grouping: [path] }),
  (path) => ({ aggregations: [{ name: 'a', type: 'count', field: path }] }),
  (path) => ({ associations: { [path]: {} } }),
];

const misspelt = fc
  .record({
    steps: fc.constantFrom(...steps),
    mistake: fc.constantFrom(...MISTAKES),
    place: fc.constantFrom(...PLACES),
    seed: fc.nat(50),
    api: fc.constantFrom('admin' as const, 'store' as const),
    shopware: fc.constantFrom('6.4.20', '6.5.8', '6.6.7', '6.7.6'),
  })
  .map(({ steps: way, mistake, place, seed, ...situation }) => ({
    text: JSON.stringify({ limit: 5, ...place(mistake(way, seed)) }),
    situation: { ...situation, entity: way.entity.name },
  }));

const RULES = ['unknown-field', 'unknown-association', 'association-as-field', 'runtime-field'];

it('a preferred suggestion is never refused in its turn', () => {
  let suggested = 0;
  fc.assert(
    fc.property(misspelt, ({ text, situation }) => {
      const { problems } = analyzed(text, situation);
      const known = errorsIn(problems);
      for (const problem of problems.filter(({ code }) => RULES.includes(code))) {
        for (const { title, edits } of (problem.fixes?.() ?? []).filter(({ preferred }) => preferred)) {
          suggested++;
          const mended = apply(text, edits);
          const after = errorsIn(analyzed(mended, situation).problems);
          const story = `${problem.message}\n${title}: ${mended}, ${JSON.stringify(situation)}`;
          expect(
            after.filter((error) => !known.includes(error)),
            story,
          ).toEqual([]);
          expect(after.length, story).toBeLessThanOrEqual(known.length);
        }
      }
    }),
    { numRuns: 2000 },
  );
  expect(suggested).toBeGreaterThan(300);
});

function errorsIn(problems: readonly Problem[]): readonly string[] {
  return problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`);
}
