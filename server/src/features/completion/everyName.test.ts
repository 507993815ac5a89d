import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis/analyze.ts';
import { type BundledLine, bundledSchema } from '../../schema/bundled/index.ts';
import type { EntitySchema } from '../../schema/entitySchema.ts';
import { storeOnlyFields } from '../../schema/pathExceptions.ts';
import { analysisOf } from '../testing/editor.ts';
import { complete } from './complete.ts';

/** A place of names: with one of them, and with many at once, whose pointers are `at`. */
interface Place {
  readonly write: (names: readonly string[]) => object;
  readonly at: (name: string, index: number) => string;
}

function aggregations(type: string, needed: object = {}): Place {
  return {
    write: (names) => ({
      aggregations: names.map((field, index) => ({ name: `a${index}`, type, field, ...needed })),
    }),
    at: (_, index) => `/aggregations/${index}/field`,
  };
}

const PATHS: Readonly<Record<string, Place>> = {
  filter: {
    write: (names) => ({ filter: names.map((field) => ({ type: 'equals', field, value: null })) }),
    at: (_, index) => `/filter/${index}/field`,
  },
  sort: {
    write: (names) => ({ sort: names.map((field) => ({ field })) }),
    at: (_, index) => `/sort/${index}/field`,
  },
  grouping: { write: (names) => ({ grouping: names }), at: (_, index) => `/grouping/${index}` },
  fields: { write: (names) => ({ fields: names }), at: (_, index) => `/fields/${index}` },
  count: aggregations('count'),
  max: aggregations('max'),
  terms: aggregations('terms'),
  range: aggregations('range', { ranges: [{ from: 1 }] }),
  histogram: aggregations('histogram', { interval: 'day' }),
};

const NAMES: Readonly<Record<string, Place>> = {
  associations: {
    write: (names) => ({ associations: Object.fromEntries(names.map((name) => [name, {}])) }),
    at: (name) => `/associations/${name}`,
  },
};

/** What only some versions have. */
const SINCE: Readonly<Record<string, string>> = { fields: '6.5', range: '6.5' };

/** Names on which completion and checker may differ, and why. */
const OTHERWISE: Readonly<Record<string, RegExp>> = {
  'a type of field that no schema explains: it is not marked, and nothing makes it a date':
    /^histogram: \w+\.remoteAddress is accepted/,
  'nobody saw a shop group by the one field that only the Store API knows':
    /^grouping: product\.cheapestPrice is accepted/,
  'the shop ignores in "fields" what it does not give away, and loads nothing for an association alone':
    /^fields: .* is accepted/,
};

function unexplained(found: readonly string[]): readonly string[] {
  const known = Object.values(OTHERWISE);
  return found.filter((line) => !known.some((pattern) => pattern.test(line)));
}

const CURSOR = '\u00a6';

type Api = 'admin' | 'store';

class Situation {
  readonly schema: EntitySchema;
  readonly entities: readonly string[];
  readonly #line: BundledLine;
  readonly #api: Api;

  constructor(line: BundledLine, api: Api) {
    this.#line = line;
    this.#api = api;
    this.schema = bundledSchema(line);
    this.entities = this.schema.entityNames.filter((name) => !this.schema.isMapping(name));
  }

  read(entity: string, body: object): { analysis: Analysis; cursor: number } {
    const source = `// @entity ${entity}\n// @api ${this.#api}\n${JSON.stringify(body)}`;
    const cursor = source.indexOf(CURSOR);
    return { analysis: analysisOf(source.replace(CURSOR, ''), 'untitled:criteria', this.#line), cursor };
  }

  /** The names that are offered: whole ones, and those behind which a path goes on. */
  offered(entity: string, body: object): { whole: readonly string[]; leading: readonly string[] } {
    const { analysis, cursor } = this.read(entity, body);
    const items = complete(analysis, cursor).filter(({ kind }) => kind !== 'keyword' && kind !== 'entity');
    const leads = ({ insertText }: { insertText: string }): boolean => insertText.endsWith('.');
    return {
      whole: items.filter((item) => !leads(item)).map(({ label }) => label),
      leading: items.filter(leads).map(({ label }) => label),
    };
  }

  /** Of these names those that the checker lets pass. */
  accepted(entity: string, names: readonly string[], { write, at }: Place): readonly string[] {
    const { problems } = this.read(entity, write(names)).analysis;
    const faults = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const marked = new Set(faults.map(({ pointer }) => pointer));
    return names.filter((name, index) => !marked.has(at(name, index)));
  }

  /** Every name that the entity could have at all. */
  names(entity: string): readonly string[] {
    const own = [...(this.schema.entity(entity)?.properties.keys() ?? [])];
    return this.#api === 'store' ? [...new Set([...own, ...storeOnlyFields(entity)])] : own;
  }

  associationsOf(entity: string): readonly { name: string; fields: readonly string[] }[] {
    const properties = [...(this.schema.entity(entity)?.properties.values() ?? [])];
    return properties.flatMap((property) => {
      if (property.kind === 'field') return [];
      const target = [...(this.schema.entity(property.entity)?.properties.values() ?? [])];
      return [{ name: property.name, fields: target.filter(({ kind }) => kind === 'field').map(({ name }) => name) }];
    });
  }
}

const LINES: readonly BundledLine[] = ['6.4', '6.7'];
const SITUATIONS = LINES.flatMap((line) => (['admin', 'store'] as const).map((api) => ({ line, api })));

describe.each(SITUATIONS)('$api API of $line, every entity', ({ line, api }) => {
  const situation = new Situation(line, api);
  const isThere = ([name]: readonly [string, unknown]): boolean => line >= (SINCE[name] ?? '6.4');

  it.each(Object.entries({ ...PATHS, ...NAMES }).filter(isThere))(
    '%s: what is offered is what the checker lets pass',
    (use, place) => {
      const wrong: string[] = [];
      let count = 0;
      for (const entity of situation.entities) {
        const { whole } = situation.offered(entity, place.write([CURSOR]));
        const names = [...new Set([...situation.names(entity), ...whole])];
        const accepted = new Set(situation.accepted(entity, names, place));
        const offered = new Set(whole);
        count += accepted.size;
        for (const name of names) {
          if (offered.has(name) && !accepted.has(name)) wrong.push(`${use}: ${entity}.${name} is offered and marked`);
          if (!offered.has(name) && accepted.has(name))
            wrong.push(`${use}: ${entity}.${name} is accepted and not offered`);
        }
      }
      expect(unexplained(wrong)).toEqual([]);
      expect(count).toBeGreaterThan(50);
    },
    60_000,
  );

  it.each(['sort', 'count'])(
    '%s: an association is offered where it leads to an accepted field',
    (use) => {
      const place = PATHS[use];
      const wrong: string[] = [];
      for (const entity of place ? situation.entities : []) {
        if (!place) continue;
        const associations = situation.associationsOf(entity);
        const paths = associations.flatMap(({ name, fields }) => fields.map((field) => `${name}.${field}`));
        const accepted = situation.accepted(entity, paths, place);
        const { leading } = situation.offered(entity, place.write([CURSOR]));
        for (const { name } of associations) {
          const leads = accepted.some((path) => path.startsWith(`${name}.`));
          if (leads && !leading.includes(name)) wrong.push(`${entity}.${name} leads to ${accepted[0]}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('fields: what can be sorted by and is given away can be chosen, too', () => {
    const wrong: string[] = [];
    for (const entity of line >= '6.5' ? situation.entities : []) {
      const sortable = situation.offered(entity, { sort: [{ field: CURSOR }] }).whole;
      const given = situation.offered(entity, { includes: { [entity]: [CURSOR] } }).whole;
      const { whole } = situation.offered(entity, { fields: [CURSOR] });
      const missing = sortable.filter((name) => given.includes(name) && !whole.includes(name));
      wrong.push(...missing.map((name) => `${entity}.${name}`));
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('includes: what is offered below an alias is what the checker lets pass', () => {
    const wrong: string[] = [];
    for (const entity of situation.entities) {
      const place: Place = {
        write: (names) => ({ includes: { [entity]: names } }),
        at: (_, index) => `/includes/${entity}/${index}`,
      };
      const { whole } = situation.offered(entity, place.write([CURSOR]));
      const names = [...new Set([...situation.names(entity), ...whole])];
      const accepted = situation.accepted(entity, names, place);
      const odd = names.filter((name) => whole.includes(name) !== accepted.includes(name));
      wrong.push(...odd.map((name) => `${entity}.${name}`));
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('includes: every alias is accepted, and every entity is one', () => {
    const offered = situation.offered('product', { includes: { [CURSOR]: [] } });
    const accepted = situation.accepted('product', offered.whole, {
      write: (names) => ({ includes: Object.fromEntries(names.map((name) => [name, []])) }),
      at: (name) => `/includes/${name}`,
    });
    expect(offered.whole.filter((name) => !accepted.includes(name))).toEqual([]);
    expect(situation.entities.filter((name) => !offered.whole.includes(name))).toEqual([]);
  });
});
