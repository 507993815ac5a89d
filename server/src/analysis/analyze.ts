import { type CriteriaDocument, type CriteriaText, typeCriteria } from '../criteria/document.ts';
import { isMisread } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { RULES } from '../rules/index.ts';
import type { Finding, PathSite, Problem, Rule, RuleContext, Severity, Visitor } from '../rules/rule.ts';
import { findTableFaults, type TableFault } from '../rules/tableFaults.ts';
import type { ResolvedPath } from '../schema/resolvePath.ts';
import { silencer } from './disable.ts';
import { pathSiteFinder } from './pathSites.ts';
import { type Prediction, predictionOf } from './predictAnswer.ts';
import { reachOf } from './reach.ts';
import type { World } from './world.ts';

/** Everything that is known about one document in one world. */
export interface Analysis {
  readonly document: CriteriaDocument;
  readonly world: World;
  /** In the order of the text, without those that are switched off or silenced. */
  readonly problems: readonly Problem[];
  /** What the shop will answer as a whole; knows no severities and no `@disable`. */
  readonly prediction: Prediction | undefined;
  /** The path in a node of the role `path`. */
  path(node: TypedNode): ResolvedPath | undefined;
}

/**
 * Types the document; the rules run over it when `problems` or `prediction` is first asked for, so that a completion
 * does not wait for them. Pure; never throws, whatever the text.
 */
export function analyze(text: CriteriaText, world: World): Analysis {
  const document = typeCriteria(text, world.schema, world.version, world.fallbackEntity);
  const sites = pathSiteFinder(world);
  const path = (node: TypedNode): ResolvedPath | undefined => sites(node)[0]?.path;
  const found = once(() => runRules(document, world, path, sites));
  const problems = once(() => problemsOf(found(), document, world));
  const findings = () => found().map(({ finding }) => finding);
  const prediction = once(() => predictionOf(document, findings()));
  return {
    document,
    world,
    path,
    get problems() {
      return problems();
    },
    get prediction() {
      return prediction();
    },
  };
}

/** The same function, which works out its result only once. */
function once<Result>(work: () => Result): () => Result {
  let done: { readonly result: Result } | undefined;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}

function problemsOf(found: readonly Found[], document: CriteriaDocument, world: World): readonly Problem[] {
  const isSilenced = silencer(document);
  const problems = found.flatMap(({ rule, finding }) => {
    if (finding.follows) return [];
    const severity = severityOf(rule, finding, world);
    if (severity === 'off' || isSilenced(rule.meta.code, finding.start)) return [];
    if (rule.meta.code !== 'syntax-error' && isMisread(document.syntax, finding.start)) return [];
    return [{ ...finding, code: rule.meta.code, severity }];
  });
  return problems.sort((a, b) => a.start - b.start || a.end - b.end);
}

interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

function runRules(
  document: CriteriaDocument,
  world: World,
  path: RuleContext['path'],
  sites: (node: TypedNode) => readonly PathSite[],
): readonly Found[] {
  const found: Found[] = [];
  const tableFaults: readonly TableFault[] = document.root ? findTableFaults(document.root, world.version) : [];
  const byOwner = groupByOwner(tableFaults);
  const known = { document, world, path, sites, tableFaults, faultsOf: (node: TypedNode) => byOwner.get(node) ?? NONE };
  const reached = reachOf(document, world);
  const visitors = RULES.map((rule) =>
    rule.create({ ...known, report: (finding) => void found.push({ rule, finding: reached(finding) }) }),
  );
  for (const visitor of visitors) visitor.document?.();
  if (document.root) visit(document.root, byRole(visitors), pathVisit(visitors, sites));
  const foundAt = found.map(({ rule, finding }) => ({ code: rule.meta.code, start: finding.start }));
  const codes = RULES.map(({ meta }) => meta.code);
  for (const visitor of visitors) visitor.after?.(foundAt, codes);
  return found;
}

function groupByOwner(faults: readonly TableFault[]): ReadonlyMap<TypedNode, readonly TableFault[]> {
  const byOwner = new Map<TypedNode, TableFault[]>();
  for (const fault of faults) {
    const own = byOwner.get(fault.owner);
    if (own) own.push(fault);
    else byOwner.set(fault.owner, [fault]);
  }
  return byOwner;
}

type Handlers = ReadonlyMap<string, readonly ((node: TypedNode) => void)[]>;

function byRole(visitors: readonly Visitor[]): Handlers {
  const handlers = new Map<string, ((node: TypedNode) => void)[]>();
  for (const { document: _, paths: __, after: ___, ...roles } of visitors) {
    for (const [role, handler] of Object.entries(roles)) handlers.set(role, [...(handlers.get(role) ?? []), handler]);
  }
  return handlers;
}

function pathVisit(
  visitors: readonly Visitor[],
  sites: (node: TypedNode) => readonly PathSite[],
): (node: TypedNode) => void {
  const handlers = visitors.flatMap(({ paths }) => (paths ? [paths] : []));
  return (node) => {
    for (const site of sites(node)) for (const handle of handlers) handle(site);
  };
}

const NONE: readonly never[] = [];

function visit(node: TypedNode, handlers: Handlers, visitPaths: (node: TypedNode) => void): void {
  if (!node.shadowed) {
    visitPaths(node);
    for (const handle of handlers.get(node.expected.is) ?? NONE) handle(node);
    if (node.shape) for (const handle of handlers.get('shaped') ?? NONE) handle(node);
  }
  for (const child of node.children) visit(child, handlers, visitPaths);
}

/** What is refused only over certain rows is a warning, unless the rule knows better (contract, section 3). */
function severityOf(rule: Rule, finding: Finding, world: World): Severity | 'off' {
  const own = finding.server?.refusal.when ? 'warning' : rule.meta.severity;
  return world.rules[rule.meta.code] ?? finding.severity ?? own;
}
