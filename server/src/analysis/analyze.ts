import { type CriteriaDocument, type CriteriaText, typeCriteria } from '../criteria/document.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { RULES } from '../rules/index.ts';
import type { Finding, Problem, Rule, RuleContext, Severity, Visitor } from '../rules/rule.ts';
import { findTableFaults, type TableFault } from '../rules/tableFaults.ts';
import { type ResolvedPath, resolvePath } from '../schema/resolvePath.ts';
import { silencer } from './disable.ts';
import { type Prediction, predictionOf } from './predictAnswer.ts';
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

/** Types the document and runs all rules over it. Pure; never throws, whatever the text. */
export function analyze(text: CriteriaText, world: World): Analysis {
  const document = typeCriteria(text, world.schema, world.version, world.fallbackEntity);
  const path = pathResolver(world);
  const found = runRules(document, world, path);
  const isSilenced = silencer(document);
  const problems = found.flatMap(({ rule, finding }) => {
    const severity = severityOf(rule, finding, world);
    if (severity === 'off' || isSilenced(rule.meta.code, finding.start)) return [];
    return [{ ...finding, code: rule.meta.code, severity }];
  });
  problems.sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    document,
    world,
    problems,
    prediction: predictionOf(
      document,
      found.map(({ finding }) => finding),
    ),
    path,
  };
}

interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

function runRules(document: CriteriaDocument, world: World, path: RuleContext['path']): readonly Found[] {
  const found: Found[] = [];
  const tableFaults: readonly TableFault[] = document.root ? findTableFaults(document.root, world.version) : [];
  const visitors = RULES.map((rule) =>
    rule.create({ document, world, path, tableFaults, report: (finding) => void found.push({ rule, finding }) }),
  );
  for (const visitor of visitors) visitor.document?.();
  if (document.root) visit(document.root, byRole(visitors));
  return found;
}

type Handlers = ReadonlyMap<string, readonly ((node: TypedNode) => void)[]>;

function byRole(visitors: readonly Visitor[]): Handlers {
  const handlers = new Map<string, ((node: TypedNode) => void)[]>();
  for (const visitor of visitors) {
    for (const [role, handler] of Object.entries(visitor)) {
      if (role !== 'document' && handler) handlers.set(role, [...(handlers.get(role) ?? []), handler]);
    }
  }
  return handlers;
}

function visit(node: TypedNode, handlers: Handlers): void {
  if (!node.shadowed) {
    for (const handle of handlers.get(node.expected.is) ?? []) handle(node);
    if (node.shape) for (const handle of handlers.get('shaped') ?? []) handle(node);
  }
  for (const child of node.children) visit(child, handlers);
}

function severityOf(rule: Rule, finding: Finding, world: World): Severity | 'off' {
  return world.rules[rule.meta.code] ?? finding.severity ?? rule.meta.severity;
}

/** Resolves paths against the world, each node once. */
function pathResolver(world: World): RuleContext['path'] {
  const resolved = new WeakMap<TypedNode, ResolvedPath>();
  return (node) => {
    if (node.expected.is !== 'path' || node.json.type !== 'string' || node.entity === undefined) return undefined;
    const known = resolved.get(node);
    if (known) return known;
    const use = node.expected.use === 'fields' ? 'sort' : node.expected.use;
    const path = resolvePath({ text: String(node.json.value), root: node.entity, use }, world);
    resolved.set(node, path);
    return path;
  };
}
