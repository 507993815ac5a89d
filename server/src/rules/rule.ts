import type { World } from '../analysis/world.ts';
import type { CriteriaDocument } from '../criteria/document.ts';
import type { FamilyName, Value } from '../criteria/grammar/types.ts';
import type { JsonNode } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import type { SeverityName } from '../protocol.ts';
import type { PathUse, ResolvedPath } from '../schema/resolvePath.ts';
import type { Refusal } from '../shopware/refusal.ts';
import type { Condition } from './conditions.ts';
import type { TableFault } from './tableFaults.ts';
import type { SentText } from './variables.ts';

export type Severity = Exclude<SeverityName, 'off'>;

/** A change of the text; offsets into it. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether `text` is a snippet with tab stops. */
  readonly snippet?: boolean;
}

/** A right way to mend a problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one that most people want. */
  readonly preferred?: boolean;
  /** Changes nothing of what the shop does, or only what can have been meant: part of *Fix all*. */
  readonly safe?: boolean;
}

/** A refusal with the place where the server meets it, see `predictAnswer`. */
export interface ServerFault {
  /** What this fault alone is answered with. */
  readonly refusal: Refusal;
  /** When the server meets it within its stage; see `compareOrder`. */
  readonly order: readonly number[];
  /** Start of `order` that the server is done with once it met this fault. */
  readonly unit: readonly number[];
  /** The order of the criteria that collects its errors: the root's, or an association's. */
  readonly criteria: readonly number[];
}

/** What a rule found. */
export interface Finding {
  readonly message: string;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** RFC 6901 into the body; null for directives and syntax errors (contract, section 3). */
  readonly pointer: string | null;
  /** What the shop answers; absent where it answers 200. */
  readonly server?: ServerFault;
  /** Where it differs from the rule's own: a name that only the bundled schema does not know, for example. */
  readonly severity?: Severity;
  /** Computed when asked for. */
  readonly fixes?: () => readonly Fix[];
  /** Only a consequence of another finding: it counts for the answer, and nobody is shown it. */
  readonly follows?: boolean;
  /** A value that the shop does not look into: what is wrong in it is not shown, unless it is refused. */
  readonly unread?: { readonly start: number; readonly end: number };
  /** Where the cause stands, if elsewhere; offsets into the text. */
  readonly related?: readonly { readonly message: string; readonly start: number; readonly end: number }[];
  /** Shown as faded, or struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** A finding with the rule that made it and the severity in force. */
export interface Problem extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

export interface RuleMeta {
  /** Kebab-case; also the name of the folder and of the page `docs/rules/<code>.md`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what it finds. */
  readonly description: string;
}

/** A field path in the text: a string, a part of `sort: "-name,stock"`, or a key of a filter map. */
export interface PathSite {
  /** The node that the path belongs to; for a key that of its value. */
  readonly node: TypedNode;
  /** The string that holds the path. */
  readonly json: JsonNode;
  /** Its text, and where the path begins in it. */
  readonly sent: SentText;
  readonly offset: number;
  readonly use: PathUse | 'fields';
  readonly path: ResolvedPath;
}

/** What a rule may ask. */
export interface RuleContext {
  readonly document: CriteriaDocument;
  readonly world: World;
  /** The path in a node of the role `path`, resolved once for all who ask. */
  path(node: TypedNode): ResolvedPath | undefined;
  /** The field paths in a node, or in its key. */
  sites(node: TypedNode): readonly PathSite[];
  /** Those that `conditionsOf` has found, by their criteria. */
  readonly conditions: Map<TypedNode, readonly Condition[]>;
  /** What the grammar table says is wrong, found once for all rules that read it. */
  readonly tableFaults: readonly TableFault[];
  /** Those of one object or list. */
  faultsOf(owner: TypedNode): readonly TableFault[];
  report(finding: Finding): void;
}

/** What a rule found, and where it begins. */
export interface FoundAt {
  readonly code: string;
  readonly start: number;
}

/** What a node is to the rules: what may stand there; of an object whose `type` picks its shape, the family. */
export type Role = Exclude<Value['is'], 'variant'> | FamilyName;

/** Called for every node of a role, in the order of the text; `document` once, also without a body. */
export type Visitor = { readonly [Name in Role]?: (node: TypedNode) => void } & {
  readonly document?: () => void;
  /** Called last, with what all rules found and the codes that there are. */
  readonly after?: (found: readonly FoundAt[], codes: readonly string[]) => void;
  /** Every field path, wherever it stands. */
  readonly paths?: (site: PathSite) => void;
  /** Every field path that the shop refuses: few of many. */
  readonly refusedPaths?: (site: PathSite) => void;
  /** Every object that has a shape, whatever its role. */
  readonly shaped?: (node: TypedNode) => void;
};

/** One folder, one rule: `meta` for people and settings, `create` for the run over one document. */
export interface Rule {
  readonly meta: RuleMeta;
  readonly create: (context: RuleContext) => Visitor;
}
