import { type CriteriaDocument, type CriteriaText, typeCriteria } from '../criteria/document.ts';
import { isCutOff, isMisread, type Syntax } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { RULES } from '../rules/index.ts';
import type { Finding, PathSite, Problem, Role, Rule, RuleContext, Severity, Visitor } from '../rules/rule.ts';
import { findTableFaults, type TableFault } from '../rules/tableFaults.ts';
import { silencer } from './disable.ts';
import { pathSiteFinder } from './pathSites.ts';
import { type Prediction, predictionOf } from './prediction.ts';
import { reachOf } from './reach.ts';
import { withoutUnread } from './unread.ts';
import type { World } from './world.ts';

/** Everything that is known about one document in one world. */
export interface Analysis {
  readonly document: CriteriaDocument;
  readonly world: World;
  /** In the order of the text, without those that are switched off or silenced. */
  readonly problems: readonly Problem[];
  /** What the shop will answer as a whole; knows no severities and no `@disable`. */
  readonly prediction: Prediction | undefined;
  /** The field paths in a node, or in its key, resolved once for all who ask. */
  sites(node: TypedNode): readonly PathSite[];
}

/**
 * Types the document; the rules run over it when `problems` or `prediction` is first asked for, so that a completion
 * does not wait for them. Pure; never throws, whatever the text.
 */
export function analyze(text: CriteriaText, world: World): Analysis {
  return new LazyAnalysis(typeCriteria(text, world.schema, world.version, world.fallbackEntity), world);
}

/**
 * A class because an object with getters of its own would keep each analysis alive until a full garbage collection; so
 * would a function that is written where it is assigned to a property: V8 allocates it among what lives long.
 */
class LazyAnalysis implements Analysis {
  readonly document: CriteriaDocument;
  readonly world: World;
  readonly #sites: (node: TypedNode) => readonly PathSite[];
  readonly #problems: () => readonly Problem[];
  readonly #prediction: () => Prediction | undefined;

  constructor(document: CriteriaDocument, world: World) {
    this.document = document;
    this.world = world;
    const sites = pathSiteFinder({ document, world });
    const found = once(() => runRules(document, world, sites));
    this.#sites = sites;
    this.#problems = once(() => problemsOf(found(), document, world));
    this.#prediction = once(() =>
      predictionOf(
        document,
        found().map(({ finding }) => finding),
      ),
    );
  }

  sites(node: TypedNode): readonly PathSite[] {
    return this.#sites(node);
  }

  get problems(): readonly Problem[] {
    return this.#problems();
  }

  get prediction(): Prediction | undefined {
    return this.#prediction();
  }
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
    if (rule.meta.code !== 'syntax-error' && isMisunderstood(finding, document.syntax)) return [];
    return [{ ...finding, code: rule.meta.code, severity }];
  });
  return withoutUnread(problems.sort((a, b) => a.start - b.start || a.end - b.end));
}

/** What is found in broken text may be about something that nobody wrote. */
function isMisunderstood({ start, end }: Finding, syntax: Syntax): boolean {
  return isMisread(syntax, start) || isCutOff(syntax, end);
}

interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

function runRules(
  document: CriteriaDocument,
  world: World,
  sites: (node: TypedNode) => readonly PathSite[],
): readonly Found[] {
  const found: Found[] = [];
  const path: RuleContext['path'] = (node) => sites(node)[0]?.path;
  const tableFaults: readonly TableFault[] = document.root ? findTableFaults(document.root, world.version) : [];
  const byOwner = groupByOwner(tableFaults);
  const conditions: RuleContext['conditions'] = new Map();
  const faultsOf = (node: TypedNode) => byOwner.get(node) ?? NONE;
  const reached = reachOf(document, world);
  const visitors = RULES.map((rule) => {
    const report = (finding: Finding) => void found.push({ rule, finding: reached(finding) });
    return rule.create({ document, world, path, sites, conditions, tableFaults, faultsOf, report });
  });
  for (const visitor of visitors) visitor.document?.();
  if (document.root) new Visit(visitors, sites).to(document.root);
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

const NONE: readonly never[] = [];

/** Leads all visitors through a tree, in the order of the text. */
class Visit {
  readonly #visitors: readonly Visitor[];
  readonly #sites: (node: TypedNode) => readonly PathSite[];
  readonly #paths: readonly NonNullable<Visitor['paths']>[];
  readonly #refusedPaths: readonly NonNullable<Visitor['refusedPaths']>[];
  readonly #shaped: readonly NonNullable<Visitor['shaped']>[];
  /** Found when a role is met first. */
  readonly #byRole = new Map<Role, readonly ((node: TypedNode) => void)[]>();

  constructor(visitors: readonly Visitor[], sites: (node: TypedNode) => readonly PathSite[]) {
    this.#visitors = visitors;
    this.#sites = sites;
    this.#paths = handlersOf('paths', visitors);
    this.#refusedPaths = handlersOf('refusedPaths', visitors);
    this.#shaped = handlersOf('shaped', visitors);
  }

  to(node: TypedNode): void {
    if (!node.shadowed) {
      for (const site of this.#sites(node)) this.#toPath(site);
      for (const handle of this.#handlersFor(roleOf(node))) handle(node);
      if (node.shape) for (const handle of this.#shaped) handle(node);
    }
    for (const child of node.children) this.to(child);
  }

  #toPath(site: PathSite): void {
    for (const handle of this.#paths) handle(site);
    if (site.path.refused) for (const handle of this.#refusedPaths) handle(site);
  }

  #handlersFor(role: Role): readonly ((node: TypedNode) => void)[] {
    let handlers = this.#byRole.get(role);
    if (!handlers) {
      handlers = handlersOf(role, this.#visitors);
      this.#byRole.set(role, handlers);
    }
    return handlers;
  }
}

function handlersOf<Name extends keyof Visitor>(
  name: Name,
  visitors: readonly Visitor[],
): readonly NonNullable<Visitor[Name]>[] {
  const handlers: NonNullable<Visitor[Name]>[] = [];
  for (const visitor of visitors) {
    const handler = visitor[name];
    if (handler) handlers.push(handler);
  }
  return handlers;
}

function roleOf({ expected }: TypedNode): Role {
  return expected.is === 'variant' ? expected.family : expected.is;
}

/** What is refused only over certain rows is a warning, unless the rule knows better (contract, section 3). */
function severityOf(rule: Rule, finding: Finding, world: World): Severity | 'off' {
  const own = finding.server?.refusal.when ? 'warning' : rule.meta.severity;
  return world.rules[rule.meta.code] ?? finding.severity ?? own;
}
