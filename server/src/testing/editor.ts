import { expect } from 'vitest';
import { type Analysis, analyze } from '../analysis/analyze.ts';
import type { World } from '../analysis/world.ts';
import { readCriteria } from '../criteria/document.ts';
import type { CustomField } from '../protocol.ts';
import { apply } from '../rules/edits.ts';
import type { Problem } from '../rules/rule.ts';
import { bundledSchema, lineOf, NEWEST_SHOPWARE } from '../schema/bundled/index.ts';
import { withCustomFields } from '../schema/customFields.ts';
import { parseVersion } from '../shopware/version.ts';

/** Where a criteria of a spec is checked; without anything: a product on the Admin API of a 6.7.6 with a schema of its own. */
export interface Situation {
  readonly entity?: string;
  readonly api?: World['api'];
  readonly shopware?: string;
  readonly schemaSource?: World['schemaSource'];
  readonly shops?: readonly string[];
  readonly limits?: World['limits'];
  /** The custom fields of the shop; left out: they are not known. */
  readonly customFields?: readonly CustomField[];
  readonly uri?: string;
}

/** The world of a situation, over the bundled schema that is nearest to its version. */
export function worldFor(situation: Situation = {}): World {
  const version = parseVersion(situation.shopware ?? '') ?? NEWEST_SHOPWARE;
  const schema = bundledSchema(lineOf(version));
  return {
    schema: situation.customFields ? withCustomFields(schema, situation.customFields) : schema,
    schemaSource: situation.schemaSource ?? 'file',
    api: situation.api ?? 'admin',
    version,
    versionKnown: true,
    limits: situation.limits ?? {},
    rules: {},
    shops: situation.shops,
    ...(situation.entity === '' ? {} : { fallbackEntity: situation.entity ?? 'product' }),
  };
}

/** Everything that is known about a text; directives in it win over the situation, as everywhere. */
export function analyzed(text: string, situation: Situation = {}): Analysis {
  const criteria = readCriteria(situation.uri ?? 'untitled:criteria', text);
  const { api, shopware } = criteria.values;
  return analyze(criteria, worldFor({ ...situation, ...(api ? { api } : {}), ...(shopware ? { shopware } : {}) }));
}

/**
 * Reads a criteria as the editor shows it, for the spec of one rule: `«…»` in the text is what must be marked, and the
 * result is what stands in the list of problems, with what each fix makes of the text. Advice of other rules is left out.
 */
export function editorFor(code: string): (marked: string, situation?: Situation) => string {
  return (marked, situation) => {
    const text = marked.replaceAll(/[«»]/g, '');
    const { problems } = analyzed(text, situation);
    const shown = problems.filter((problem) => problem.code === code || isLoud(problem));
    for (const problem of shown) expectSoundFixes(text, problem, problems, situation);
    expect(withMarks(text, shown), shown.map(({ message }) => message).join('\n')).toBe(marked);
    return shown.length === 0 ? 'no problem' : shown.map((problem) => describeProblem(text, problem)).join('\n');
  };
}

/** At most one fix is the preferred one: it mends its problem, and what it leaves can still be read. */
function expectSoundFixes(text: string, problem: Problem, problems: readonly Problem[], situation?: Situation): void {
  const preferred = (problem.fixes?.() ?? []).filter((fix) => fix.preferred);
  expect(preferred.length, `preferred fixes of: ${problem.message}`).toBeLessThanOrEqual(1);
  for (const { edits, title } of preferred) {
    if (edits.some(({ snippet }) => snippet)) continue;
    const after = analyzed(apply(text, edits), situation).problems;
    expect(countOf(problem, after), `${problem.message} after: ${title}`).toBeLessThan(countOf(problem, problems));
    expect(brokenIn(after), `after: ${title}`).toBeLessThanOrEqual(brokenIn(problems));
  }
}

function countOf({ code, message }: Problem, problems: readonly Problem[]): number {
  return problems.filter((problem) => problem.code === code && problem.message === message).length;
}

function brokenIn(problems: readonly Problem[]): number {
  return problems.filter(({ code }) => code === 'syntax-error' || code === 'duplicate-key').length;
}

/** A missing limit is told in some versions only, and would be told in nearly every spec of these. */
function isLoud({ code, severity }: Problem): boolean {
  return (severity === 'error' || severity === 'warning') && code !== 'limit-missing';
}

function describeProblem(text: string, problem: Problem): string {
  const refusal = problem.server?.refusal;
  const when = refusal?.when === undefined ? '' : ` when ${refusal.when}`;
  const answer = refusal ? `, ${refusal.status} ${refusal.code}${when}` : '';
  const fixes = (problem.fixes?.() ?? []).map(({ title, edits }) => `\n  ${title} → ${apply(text, edits)}`);
  const causes = (problem.related ?? []).map(({ message, start, end }) => `\n  ${message} ↳ ${text.slice(start, end)}`);
  return [
    `${problem.severity}: ${problem.message}\n  ${problem.code} at ${problem.pointer}${answer}`,
    ...causes,
    ...fixes,
  ].join('');
}

/** Every place once, in the order of the text. */
function withMarks(text: string, problems: readonly Problem[]): string {
  const places = new Map(problems.map(({ start, end }) => [`${start}-${end}`, { start, end }]));
  const marks = [...places.values()].flatMap(({ start, end }) => [
    { offset: start, mark: '«' },
    { offset: end, mark: '»' },
  ]);
  marks.sort((a, b) => b.offset - a.offset);
  return marks.reduce((marked, { offset, mark }) => marked.slice(0, offset) + mark + marked.slice(offset), text);
}
