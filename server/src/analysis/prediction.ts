import type { CriteriaDocument } from '../criteria/document.ts';
import { compareOrder } from '../criteria/typedTree.ts';
import type { Finding, ServerFault } from '../rules/rule.ts';
import { type Refusal, STAGES } from '../shopware/refusal.ts';

/** What a shop answers instead of rows. */
export interface Prediction {
  readonly status: number;
  /** One, or all that the server collects, in its order. */
  readonly errors: readonly Refusal[];
  /** The answer holds only when the search finds rows, or only when it finds none. */
  readonly when?: 'rows' | 'no rows';
}

/** See `predictAnswer`: the same from what the rules found. */
export function predictionOf(document: CriteriaDocument, findings: readonly Finding[]): Prediction | undefined {
  if (document.syntax.errors.length > 0) {
    const malformed = { code: '0', detail: 'The JSON payload is malformed.', stage: 'parse' } as const;
    return { status: 400, errors: [{ status: 400, ...malformed }] };
  }
  const faults = findings.flatMap(asFault).sort(byServerOrder);
  const meeting = (when: Refusal['when']): Prediction | undefined =>
    answerOf(faults.filter(({ refusal }) => refusal.when === when));
  return meeting(undefined) ?? meeting('rows') ?? meeting('no rows');
}

function asFault({ server }: Finding): ServerFault[] {
  return server ? [server] : [];
}

function byServerOrder(a: ServerFault, b: ServerFault): number {
  return STAGES.indexOf(a.refusal.stage) - STAGES.indexOf(b.refusal.stage) || compareOrder(a.order, b.order);
}

function answerOf(faults: readonly ServerFault[]): Prediction | undefined {
  // Without a route nobody reads the body.
  const missing = faults.find(({ refusal }) => refusal.stage === 'route');
  if (missing) return prediction([missing.refusal]);
  const parsing = faults.filter(isMetInParsing).sort((a, b) => compareOrder(a.order, b.order));
  const later = faults.find((fault) => !isMetInParsing(fault));
  return answerOfParsing([], reached(parsing)) ?? (later && prediction([later.refusal]));
}

/** The paths of a criteria are checked as soon as it is parsed, before what follows in the outer one. */
function isMetInParsing({ refusal }: ServerFault): boolean {
  return refusal.stage === 'parse' || refusal.stage === 'access';
}

/** Of one unit the server meets only the first fault, and nothing inside it any more. */
function reached(faults: readonly ServerFault[]): readonly ServerFault[] {
  const met: ServerFault[] = [];
  for (const fault of faults) {
    if (!met.some(({ unit }) => startsWith(fault.order, unit))) met.push(fault);
  }
  return met;
}

/**
 * Reads one criteria as the server does: what is thrown hides what was collected until then; what the criteria of an
 * association collects is thrown at its end, before the rest of the outer one is read (section 2). Paths are checked
 * last, and only where nothing was collected.
 */
function answerOfParsing(criteria: readonly number[], faults: readonly ServerFault[]): Prediction | undefined {
  const collected: Refusal[] = [];
  const inside = faults.filter((fault) => startsWith(fault.criteria, criteria));
  for (const { refusal, criteria: owner } of inside) {
    if (owner.length > criteria.length) return answerOfParsing(outermost(inside, criteria), inside);
    if (refusal.stage === 'access') return prediction(collected.length > 0 ? collected : [refusal]);
    if (!refusal.collected) return prediction([refusal]);
    collected.push(refusal);
  }
  return collected.length > 0 ? prediction(collected) : undefined;
}

/** The first criteria below this one that has a fault. */
function outermost(faults: readonly ServerFault[], below: readonly number[]): readonly number[] {
  const nested = faults.map(({ criteria }) => criteria).filter((criteria) => criteria.length > below.length);
  const [first = below] = nested;
  return nested.filter((criteria) => startsWith(first, criteria)).sort((a, b) => a.length - b.length)[0] ?? first;
}

function startsWith(order: readonly number[], prefix: readonly number[]): boolean {
  return prefix.every((part, index) => order[index] === part);
}

function prediction(errors: readonly Refusal[]): Prediction {
  const [first] = errors;
  const when = first?.when;
  return { status: first?.status ?? 400, errors, ...(when ? { when } : {}) };
}
