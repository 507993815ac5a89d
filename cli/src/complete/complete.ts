import { complete } from '../../../server/src/features/completion/complete.ts';
import type { Completion } from '../../../server/src/features/completion/completion.ts';
import { asOneChange } from '../../../server/src/features/completion/items.ts';
import { type Positions, positionsOf } from '../../../server/src/position.ts';
import type { ProtocolRange } from '../../../server/src/protocol.ts';
import { type ExitCode, exitCodes } from '../failure.ts';
import type { Io } from '../io/io.ts';
import { analyzeSource, sourceOf } from '../project/source.ts';
import { Project, type SurroundingsOptions } from '../project/surroundings.ts';
import type { Defaults } from '../project/world.ts';

export interface CompleteFlags extends Pick<SurroundingsOptions, 'schema' | 'shop'>, Defaults {
  readonly line: number;
  readonly character: number;
}

/** One thing that may stand at the place; keys in the order of the contract (section 3). */
interface Item {
  readonly label: string;
  readonly kind: string;
  /** Empty where there is nothing to say, as is `documentation`. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  readonly insertText: string;
  /** Whether `insertText` has tab stops. */
  readonly snippet: boolean;
  /** What `insertText` replaces. */
  readonly range: ProtocolRange;
}

/**
 * Prints what the editor would offer at a place of a file, in its order. Never uses the network.
 * @throws {Failure} when the file, its configuration or its schema cannot be used.
 */
export async function completeAt(file: string, flags: CompleteFlags, io: Io): Promise<ExitCode> {
  const { line, character, schema, shop, ...defaults } = flags;
  const project = new Project(io, { ...(schema !== undefined && { schema }), ...(shop !== undefined && { shop }) });
  const { analysis } = await analyzeSource(sourceOf(file, io.folder), project, defaults, io);
  const { text } = analysis.document.syntax;
  const positions = positionsOf(text);
  const completions = complete(analysis, positions.offset({ line, character }));
  const items = [...completions].sort(inEditorOrder).map((completion) => itemOf(completion, text, positions));
  io.stdout.write(`${JSON.stringify({ items }, null, 2)}\n`);
  return exitCodes.fine;
}

function inEditorOrder(a: Completion, b: Completion): number {
  return a.sortText < b.sortText ? -1 : Number(a.sortText > b.sortText);
}

function itemOf(completion: Completion, text: string, positions: Positions): Item {
  const { label, kind, detail = '', documentation = '', snippet } = completion;
  const { start, end, insertText } = asOneChange(completion, text);
  return { label, kind, detail, documentation, insertText, snippet, range: positions.range(start, end) };
}
